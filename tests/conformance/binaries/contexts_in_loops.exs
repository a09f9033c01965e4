# Loops over what is left of a binary, which need the whole or the rest now and then.
defmodule Loops do
  # The whole on one way through the round.
  def whole_sometimes(<<>>, acc), do: Enum.reverse(acc)

  def whole_sometimes(<<c, rest::binary>> = whole, acc) do
    acc = if c == ?b, do: [whole | acc], else: acc
    whole_sometimes(rest, acc)
  end

  # The rest on one way through the round.
  def rest_sometimes(<<c, rest::binary>>, acc) do
    acc = if c == ?b, do: [rest | acc], else: acc
    rest_sometimes(rest, acc)
  end

  def rest_sometimes(_, acc), do: Enum.reverse(acc)

  # Both, each on its own way.
  def both(<<c, rest::binary>> = whole, acc) do
    acc =
      case c do
        ?a -> [{:whole, whole} | acc]
        ?b -> [{:rest, rest} | acc]
        ?c -> [{whole, rest} | acc]
        _ -> acc
      end

    both(rest, acc)
  end

  def both(<<>>, acc), do: Enum.reverse(acc)

  # What ends the loop needs the parameter, matched or not.
  def digits(<<c, rest::binary>>, n) when c in ?0..?9, do: digits(rest, n * 10 + c - ?0)
  def digits(rest, n), do: {n, rest}

  def digits_or(<<c, rest::binary>>, n) when c in ?0..?9, do: digits_or(rest, n * 10 + c - ?0)
  def digits_or(rest, n) when is_binary(rest) and byte_size(rest) > 2, do: {:long, n, rest}
  def digits_or(rest, 0) when is_binary(rest), do: {:none, rest}
  def digits_or(rest, n) when is_integer(rest), do: {:integer, n + rest}
  def digits_or(rest, n), do: {:other, n, rest}

  # The rest leaves the loop.
  def until(<<?", rest::binary>>, whole, count), do: {binary_part(whole, 0, count), rest}
  def until(<<_, rest::binary>>, whole, count), do: until(rest, whole, count + 1)
  def until(<<>>, whole, _), do: {:open, whole}

  # Other matches of the same rest before it goes round.
  def peek(<<c, rest::binary>>, acc) do
    case rest do
      <<^c, _::binary>> -> peek(rest, [{:twice, c} | acc])
      <<next, _::binary>> when next > c -> peek(rest, [:up | acc])
      _ -> peek(rest, [byte_size(rest) | acc])
    end
  end

  def peek(<<>>, acc), do: Enum.reverse(acc)

  # Two binaries at once.
  def zip(<<a, left::binary>>, <<b, right::binary>>, acc), do: zip(left, right, [{a, b} | acc])
  def zip(left, right, acc), do: {Enum.reverse(acc), left, right}

  # Odd bits.
  def bits(<<1::1, rest::bits>> = whole, acc), do: bits(rest, [bit_size(whole) | acc])
  def bits(<<0::1, rest::bits>>, acc), do: bits(rest, acc)
  def bits(rest, acc), do: {rest, Enum.reverse(acc)}

  def triples(<<n::3, rest::bits>>, acc), do: triples(rest, [n | acc])
  def triples(rest, acc), do: {rest, Enum.reverse(acc)}

  # White space before one of several things.
  def token(<<c, rest::binary>>) when c in [?\s, ?\n], do: token(rest)
  def token(<<"nil", rest::binary>>), do: {nil, rest}
  def token(<<?[, ?], rest::binary>>), do: {[], rest}
  def token(<<?[, rest::binary>>), do: {:open, rest}
  def token(<<c, _::binary>> = all) when c in ?0..?9, do: digits(all, 0)
  def token(other), do: {:error, other}

  # A guard looks at the rest, and fails.
  def guarded(<<c, rest::binary>>, acc) when byte_size(rest) > 2, do: guarded(rest, [c | acc])
  def guarded(<<c, rest::binary>>, acc) when c == ?x, do: {:x, rest, acc}
  def guarded(rest, acc), do: {rest, acc}

  # A round that may raise, and one that fails.
  def checked(<<c, rest::binary>> = whole, acc) do
    value =
      try do
        10 / (c - ?0)
      rescue
        ArithmeticError -> {:at, whole}
      end

    checked(rest, [value | acc])
  end

  def checked(<<>>, acc), do: Enum.reverse(acc)

  def fails(<<c, rest::binary>>) when c < ?x, do: fails(rest)

  # The parameter is another one in the next round.
  def swapped(<<c, rest::binary>>, other, acc), do: swapped(other, rest, [c | acc])
  def swapped(<<>>, other, acc), do: {other, Enum.reverse(acc)}

  # Closures and calls keep the rest while the loop goes on.
  def kept(<<c, rest::binary>>, funs) do
    kept(rest, [fn -> {c, rest} end | funs])
  end

  def kept(<<>>, funs), do: Enum.map(funs, & &1.())

  def nested(<<n, rest::binary>>, acc) when n in ?1..?9 do
    {taken, left} = take(rest, n - ?0, [])
    nested(left, [taken | acc])
  end

  def nested(<<_, rest::binary>>, acc), do: nested(rest, acc)
  def nested(<<>>, acc), do: Enum.reverse(acc)

  defp take(rest, 0, acc), do: {List.to_string(Enum.reverse(acc)), rest}
  defp take(<<c, rest::binary>>, n, acc), do: take(rest, n - 1, [c | acc])
  defp take(<<>>, _, acc), do: {List.to_string(Enum.reverse(acc)), ""}

  # Only the last thing wins: the whole is needed behind an inner loop.
  def inner(<<c, rest::binary>> = whole, acc) do
    count = Enum.reduce(1..(c - ?0), 0, fn i, n -> if rem(i, 2) == 0, do: n + 1, else: n end)
    if count == 2, do: {whole, rest, acc}, else: inner(rest, acc + count)
  end

  def inner(rest, acc), do: {rest, acc}
end

IO.inspect(Loops.whole_sometimes("abcb", [])) # expect: ["bcb", "b"]
IO.inspect(Loops.whole_sometimes(<<0::1, "abcbb">> |> then(fn <<_::1, r::bits>> -> r end), [])) # expect: ["bcbb", "bb", "b"]
IO.inspect(Loops.rest_sometimes("abcbbd", [])) # expect: ["cbbd", "bd", "d"]
IO.inspect(Loops.rest_sometimes(<<"ab", 1::3>>, [])) # expect: []
IO.puts(inspect(Loops.both("xabcxcba", []))) # expect: [{:whole, "abcxcba"}, {:rest, "cxcba"}, {"cxcba", "xcba"}, {"cba", "ba"}, {:rest, "a"}, {:whole, "a"}]
IO.inspect(Loops.digits("123abc", 0)) # expect: {123, "abc"}
IO.inspect(Loops.digits("", 0)) # expect: {0, ""}
IO.inspect(Loops.digits("77", 0)) # expect: {77, ""}
IO.inspect(Loops.digits(:none, 5)) # expect: {5, :none}
IO.inspect(Loops.digits(<<"42", 5::3>>, 0)) # expect: {0, <<52, 50, 5::size(3)>>}
IO.puts(inspect(for x <- ["12abc", "ab", "12a", 7, nil, "12", <<"1", 1::1>>], do: Loops.digits_or(x, 0))) # expect: [{:long, 12, "abc"}, {:none, "ab"}, {:other, 12, "a"}, {:integer, 7}, {:other, 0, nil}, {:other, 12, ""}, {:other, 0, <<49, 1::size(1)>>}]
IO.inspect(Loops.until(~s(one" two" three), "one", 0)) # expect: {"one", " two\" three"}
IO.inspect(Loops.until("never", "never", 0)) # expect: {:open, "never"}
IO.inspect(Loops.peek("aabcba", [])) # expect: [{:twice, 97}, :up, :up, 2, 1, 0]
IO.inspect(Loops.zip("abc", "xyzw", [])) # expect: {[{97, 120}, {98, 121}, {99, 122}], "", "w"}
IO.inspect(Loops.zip("abcd", "xy", [])) # expect: {[{97, 120}, {98, 121}], "cd", ""}
IO.inspect(Loops.zip("abcd", nil, [])) # expect: {[], "abcd", nil}
IO.inspect(Loops.bits(<<0b10110::5>>, []) |> elem(1)) # expect: [5, 3, 2]
IO.inspect(Loops.bits(<<0xA5>>, [])) # expect: {"", [8, 6, 3, 1]}
IO.inspect(Loops.triples(<<0b10101110::8>>, [])) # expect: {<<2::size(2)>>, [5, 3]}
IO.puts(inspect(for text <- ["  nil rest", "\n []x", " [1", "  12 ", " ?", "", "   "], do: Loops.token(text))) # expect: [{nil, " rest"}, {[], "x"}, {:open, "1"}, {12, " "}, {:error, "?"}, {:error, ""}, {:error, ""}]
IO.inspect(Loops.guarded("abcdx", [])) # expect: {"cdx", 'ba'}
IO.inspect(Loops.guarded("abcxd", [])) # expect: {"cxd", 'ba'}
IO.inspect(Loops.checked("5012", [])) # expect: [2.0, {:at, "012"}, 10.0, 5.0]

failed = fn text ->
  try do
    Loops.fails(text)
  rescue
    FunctionClauseError -> hd(__STACKTRACE__) |> elem(2)
  end
end

IO.inspect(Enum.map(["abcxyz", "abc", "", "abcz!"], failed)) # expect: [["xyz"], [""], [""], ["z!"]]

IO.inspect(Loops.swapped("ace", "bdf", [])) # expect: {"", 'abcdef'}
IO.inspect(Loops.kept("abc", [])) # expect: [{99, ""}, {98, "c"}, {97, "bc"}]
IO.inspect(Loops.nested("3abc--2xy9z", [])) # expect: ["abc", "xy", "z"]
IO.inspect(Loops.inner("1234", 0)) # expect: {"4", "", 2}
IO.inspect(Loops.inner("12", 0)) # expect: {"", 1}

long = String.duplicate("ab", 50_000)
IO.inspect(Loops.whole_sometimes(long, []) |> Enum.map(&byte_size/1) |> Enum.sum()) # expect: 2500000000
IO.inspect(Loops.rest_sometimes(long, []) |> Enum.map(&byte_size/1) |> Enum.sum()) # expect: 2499950000
IO.inspect(Loops.digits(String.duplicate("1", 300) <> long, 0) |> elem(1) |> byte_size()) # expect: 100000
