# stdlib/erlang/io_lib.ex: terms and text as characters, by Erlang's formats.
# Here: format and scan_format; the rest in parts (io_lib/*.part.ex).
# Not here: line breaking of ~p (io_lib_pretty.ex), reading by formats (io_lib_fread.ex), devices (io.ex).
defmodule :io_lib do
  @moduledoc """
  Builds text by formats, and terms as Erlang writes them.

  What functions answer is a deep list of characters; `IO.chardata_to_string/1` makes a string of it.

  ## Formats

  A format is text with control sequences `~F.P.PadModC`: field width, precision, padding character, modifiers
  and control character, all but the last optional. A negative width adjusts to the left; `*` for width or
  precision takes it from the arguments. The modifier `t` tells that text is Unicode, `l` that lists and binaries
  are not shown as text.

  | control | argument |
  |---|---|
  | `~c` | a character |
  | `~s` | text |
  | `~w`, `~W` | any term on one line; `W` takes the depth as a second argument |
  | `~p`, `~P` | any term, broken into lines, lists and binaries of printable characters as text |
  | `~f ~e ~g` | a float: plain, with an exponent, by size |
  | `~b ~B` | an integer in the base given as precision, lower or upper case |
  | `~x ~X` | the same after a prefix, a second argument |
  | `~+ ~#` | the same after the base and `#` |
  | `~n ~~` | nothing: a new line, a tilde |
  | `~i` | ignores one |

  ## Examples

      iex> :io_lib.format("~s is ~p", ["x", [1, :two, 'three']]) |> IO.chardata_to_string()
      "x is [1,two,\\"three\\"]"
      iex> :io_lib.format("~5.2f|~-6b|~.16B", [3.14159, 42, 255]) |> IO.chardata_to_string()
      " 3.14|42    |FF"
  """

  require Kernel.Part

  Kernel.Part.include("io_lib/collect.part.ex")
  Kernel.Part.include("io_lib/scan.part.ex")
  Kernel.Part.include("io_lib/build.part.ex")
  Kernel.Part.include("io_lib/number.part.ex")
  Kernel.Part.include("io_lib/write.part.ex")
  Kernel.Part.include("io_lib/text.part.ex")
  Kernel.Part.include("io_lib/limit.part.ex")

  @doc """
  Builds text by a format.

  Linear in what is built. Raises `:badarg` when the format is wrong, arguments are too few or too many, or
  one is not of the kind its control needs.

  ## Examples

      iex> :io_lib.format("~w~n", [{1, "a"}]) |> IO.chardata_to_string()
      "{1,<<97>>}\\n"
  """
  def format(format, args), do: fwrite(format, args)
  def format(format, args, options), do: fwrite(format, args, options)

  @doc "The same as `format/2`."
  def fwrite(format, args), do: fwrite(format, args, [])

  @doc """
  As `format/2`; the option `:chars_limit` bounds the characters that terms and text may take, softly.

  ## Examples

      iex> :io_lib.fwrite("~s", ["abcdefghijkl"], chars_limit: 5) |> IO.chardata_to_string()
      "ab..."
  """
  def fwrite(format, args, options) do
    limit = chars_limit(options, -1)

    case scan_all(format, args) do
      {:ok, parts} -> build(parts, limit)
      _ -> :erlang.error(:badarg, [format, args])
    end
  catch
    :bad_argument -> :erlang.error(:badarg, [format, args])
  end

  defp chars_limit([], limit), do: limit
  defp chars_limit([{:chars_limit, limit} | rest], _) when is_integer(limit), do: chars_limit(rest, limit)
  defp chars_limit(options, _), do: :erlang.error(:badarg, [options])

  @doc """
  Takes a format apart: characters, and a map for each control sequence.

  ## Examples

      iex> [?a, control] = :io_lib.scan_format("a~5p", [1])
      iex> {control.control_char, control.width, control.args}
      {?p, 5, [1]}
  """
  def scan_format(format, args) do
    case scan_all(format, args) do
      {:ok, parts} -> parts
      _ -> :erlang.error(:badarg, [format, args])
    end
  end

  @doc """
  Puts what `scan_format/2` took apart together: `{format, args}`.

  ## Examples

      iex> "a~5.2fb" |> :io_lib.scan_format([1.5]) |> :io_lib.unscan_format()
      {'a~5.2fb', [1.5]}
  """
  def unscan_format(parts), do: unscan(parts, [], [])

  @doc """
  Builds text of what `scan_format/2` answered.

  ## Examples

      iex> "~b!" |> :io_lib.scan_format([7]) |> :io_lib.build_text()
      '7!'
  """
  def build_text(parts), do: build_text(parts, [])

  def build_text(parts, options) do
    build(parts, chars_limit(options, -1))
  catch
    :bad_argument -> :erlang.error(:badarg, [parts, options])
  end

  @doc false
  # Why `format/2` raises, for the text of the exception: :arguments, {:invalid, char}, :truncated,
  # {:element, position, kind}, :format or :build.
  def wrong(format, args) do
    case scan_all(format, args) do
      {:ok, parts} -> wrong_argument(parts, 1)
      {:error, reason} -> reason
    end
  end

  @doc """
  Text with the column a cursor stands in after it, when it stood in `column` before.

  ## Examples

      iex> :io_lib.indentation('ab\\nc', 3)
      1
  """
  def indentation([c | rest], column) when is_integer(c), do: indentation(rest, next_column(c, column))
  def indentation([inner | rest], column), do: indentation(rest, indentation(inner, column))
  def indentation([], column), do: column

  defp next_column(?\n, _), do: 0
  defp next_column(?\t, column), do: div(column + 8, 8) * 8
  defp next_column(_, column), do: column + 1

  @doc """
  A prompt as characters: text, a term, or `{:format, format, args}`.

  ## Examples

      iex> :io_lib.format_prompt({:format, "~b> ", [1]}) |> IO.chardata_to_string()
      "1> "
  """
  def format_prompt(prompt), do: format_prompt(prompt, :latin1)
  def format_prompt({:format, format, args}, _encoding), do: format(format, args)

  def format_prompt(prompt, encoding) when is_list(prompt) or is_atom(prompt) or is_binary(prompt) do
    format(if(encoding == :latin1, do: "~s", else: "~ts"), [prompt])
  rescue
    ArgumentError -> write(prompt, -1, encoding)
  end

  def format_prompt(prompt, encoding), do: write(prompt, -1, encoding)

  @doc "Reads terms from text by a format; see `:io_lib_fread`."
  def fread(format, text), do: :io_lib_fread.fread(format, text)
  def fread(continuation, text, format), do: :io_lib_fread.fread(continuation, text, format)

  @doc """
  Lays a term out in lines, as `~p` does: from `column` (1 is the first), at most `width` wide and `depth` deep
  (-1 for no limit).

  ## Examples

      iex> :io_lib.print({:aaa, :bbb, :ccc}, 1, 10, -1) |> IO.chardata_to_string()
      "{aaa,\\n    bbb,\\n    ccc}"
  """
  def print(term), do: :io_lib_pretty.print(term)
  def print(term, column, width, depth), do: :io_lib_pretty.print(term, column, width, depth)
end
