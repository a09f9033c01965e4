# stdlib/erlang/io_lib/scan.part.ex: formats taken apart and put together.
# Here: scan_all, unscan. Not here: what a control makes of its arguments (build.part.ex).

# {:ok, parts} or {:error, reason}.
defp scan_all(format, args) do
  {:ok, scan(format_chars(format), args, [])}
catch
  {:bad_format, reason} -> {:error, reason}
end

defp format_chars(format) when is_list(format) do
  format |> :lists.flatten() |> checked_chars()
end

defp format_chars(format) when is_atom(format), do: :erlang.atom_to_list(format)

defp format_chars(format) when is_binary(format) do
  case :unicode.characters_to_list(format) do
    chars when is_list(chars) -> chars
    _ -> :erlang.binary_to_list(format)
  end
end

defp format_chars(_), do: throw({:bad_format, :format})

defp checked_chars(chars) do
  if :lists.all(&is_integer/1, chars), do: chars, else: throw({:bad_format, :format})
end

defp scan([?~ | rest], args, acc) do
  {control, rest, args} = control(rest, args)
  scan(rest, args, [control | acc])
end

defp scan([c | rest], args, acc), do: scan(rest, args, [c | acc])
defp scan([], [], acc), do: :lists.reverse(acc)
defp scan([], _args, _acc), do: throw({:bad_format, :arguments})

defp control(text, args) do
  {width, adjust, text, args} = width(text, args)
  {precision, text, args} = precision(text, args)
  {pad, text, args} = pad(text, args)
  {encoding, strings, text} = modifiers(text, :latin1, true)
  {char, text} = control_char(text)
  {own, args} = own_args(char, args)

  {%{
     control_char: char,
     args: own,
     width: width,
     adjust: adjust,
     precision: precision,
     pad_char: pad,
     encoding: encoding,
     strings: strings
   }, text, args}
end

defp width([?- | text], args) do
  {width, text, args} = number(text, args)
  adjusted(width, :left, text, args)
end

defp width(text, args) do
  {width, text, args} = number(text, args)
  adjusted(width, :right, text, args)
end

defp adjusted(width, adjust, text, args) when is_integer(width) and width < 0,
  do: {-width, if(adjust == :left, do: :right, else: :left), text, args}

defp adjusted(width, adjust, text, args), do: {width, adjust, text, args}

defp precision([?. | text], args), do: number(text, args)
defp precision(text, args), do: {:none, text, args}

defp number([?* | text], [n | args]) when is_integer(n), do: {n, text, args}
defp number([?* | _], _), do: throw({:bad_format, :arguments})
defp number([c | _] = text, args) when c in ?0..?9, do: digits(text, 0, args)
defp number(text, args), do: {:none, text, args}

defp digits([c | text], n, args) when c in ?0..?9, do: digits(text, n * 10 + c - ?0, args)
defp digits(text, n, args), do: {n, text, args}

defp pad([?., ?* | text], [c | args]), do: {c, text, args}
defp pad([?., c | text], args), do: {c, text, args}
defp pad(text, args), do: {?\s, text, args}

defp modifiers([?t | text], _encoding, strings), do: modifiers(text, :unicode, strings)
defp modifiers([?l | text], encoding, _strings), do: modifiers(text, encoding, false)
defp modifiers(text, encoding, strings), do: {encoding, strings, text}

defp control_char([c | text]), do: {c, text}
defp control_char([]), do: throw({:bad_format, :truncated})

defp own_args(char, args) when char in 'csweEfgbB+#pi', do: take_args(1, args)
defp own_args(char, args) when char in 'WPxX', do: take_args(2, args)
defp own_args(char, args) when char in '~n', do: {[], args}
defp own_args(char, _args), do: throw({:bad_format, {:invalid, char}})

defp take_args(1, [a | args]), do: {[a], args}
defp take_args(2, [a, b | args]), do: {[a, b], args}
defp take_args(_, _), do: throw({:bad_format, :arguments})

defp unscan([%{args: own} = control | rest], text, args) do
  unscan(rest, [control_text(control) | text], [own | args])
end

defp unscan([c | rest], text, args), do: unscan(rest, [c | text], args)

defp unscan([], text, args) do
  {text |> :lists.reverse() |> :lists.flatten(), args |> :lists.reverse() |> :lists.append()}
end

defp control_text(%{control_char: char, width: width, adjust: adjust} = control) do
  %{precision: precision, pad_char: pad, encoding: encoding, strings: strings} = control

  [
    ?~,
    if(adjust == :left, do: '-', else: ''),
    if(width == :none, do: '', else: :erlang.integer_to_list(width)),
    precision_text(precision, pad),
    if(encoding == :unicode, do: 't', else: ''),
    if(strings, do: '', else: 'l'),
    char
  ]
end

defp precision_text(:none, ?\s), do: ''
defp precision_text(:none, pad), do: [?., ?., pad]
defp precision_text(precision, ?\s), do: [?. | :erlang.integer_to_list(precision)]
defp precision_text(precision, pad), do: [?., :erlang.integer_to_list(precision), ?., pad]
