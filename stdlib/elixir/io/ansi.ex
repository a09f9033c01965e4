# stdlib/elixir/io/ansi.ex: colours and cursor movements of terminals.
# Here: the sequences, and text mixed with their names.
# Not here: whether standard output is a terminal (the application variable :ansi_enabled).
defmodule IO.ANSI do
  @moduledoc """
  ANSI escape sequences.

  `format/2` takes chardata in which atoms name sequences:

      iex> IO.ANSI.format(["Hello, ", :red, "world!"], true) |> IO.iodata_to_binary()
      "Hello, \\e[31mworld!\\e[0m"
  """

  import IO.ANSI.Sequence

  @type ansicode :: atom
  @type ansilist :: maybe_improper_list(char | ansicode | binary | ansilist, binary | ansicode | [])
  @type ansidata :: ansilist | ansicode | binary

  @default_syntax_colors [
    atom: :cyan,
    binary: :default_color,
    boolean: :magenta,
    charlist: :yellow,
    list: :default_color,
    map: :default_color,
    nil: :magenta,
    number: :yellow,
    string: :green,
    tuple: :default_color
  ]

  @doc """
  Tells whether sequences are written: the variable `:ansi_enabled` of the application `:elixir`.

  ## Examples

      iex> is_boolean(IO.ANSI.enabled?())
      true
  """
  @spec enabled?() :: boolean
  def enabled?, do: Application.get_env(:elixir, :ansi_enabled, false)

  @doc """
  Returns the colours for inspected terms: the variable `:ansi_syntax_colors` or defaults.

  ## Examples

      iex> Keyword.has_key?(IO.ANSI.syntax_colors(), :atom)
      true
  """
  @doc since: "1.14.0"
  @spec syntax_colors() :: Keyword.t(ansidata)
  def syntax_colors, do: Application.get_env(:elixir, :ansi_syntax_colors, @default_syntax_colors)

  @doc """
  Sets the foreground to one of 256 colours.

  ## Examples

      iex> IO.ANSI.color(10)
      "\\e[38;5;10m"
  """
  @spec color(0..255) :: String.t()
  def color(code) when code in 0..255, do: "\e[38;5;#{code}m"

  @doc """
  Sets the foreground by red, green and blue, each from 0 to 5.

  ## Examples

      iex> IO.ANSI.color(1, 2, 3)
      "\\e[38;5;67m"
  """
  @spec color(0..5, 0..5, 0..5) :: String.t()
  def color(r, g, b) when r in 0..5 and g in 0..5 and b in 0..5, do: color(16 + 36 * r + 6 * g + b)

  @doc """
  Sets the background to one of 256 colours.

  ## Examples

      iex> IO.ANSI.color_background(10)
      "\\e[48;5;10m"
  """
  @spec color_background(0..255) :: String.t()
  def color_background(code) when code in 0..255, do: "\e[48;5;#{code}m"

  @doc """
  Sets the background by red, green and blue, each from 0 to 5.

  ## Examples

      iex> IO.ANSI.color_background(1, 2, 3)
      "\\e[48;5;67m"
  """
  @spec color_background(0..5, 0..5, 0..5) :: String.t()
  def color_background(r, g, b) when r in 0..5 and g in 0..5 and b in 0..5,
    do: color_background(16 + 36 * r + 6 * g + b)

  @colors [:black, :red, :green, :yellow, :blue, :magenta, :cyan, :white]

  for {name, doc, code} <- [
        {:reset, "Resets all attributes.", 0},
        {:bright, "Bright (bold).", 1},
        {:faint, "Faint.", 2},
        {:italic, "Italic.", 3},
        {:underline, "Underlined.", 4},
        {:blink_slow, "Blinking slowly.", 5},
        {:blink_rapid, "Blinking fast.", 6},
        {:inverse, "Foreground and background exchanged.", 7},
        {:reverse, "Foreground and background exchanged.", 7},
        {:conceal, "Hidden.", 8},
        {:crossed_out, "Crossed out.", 9},
        {:primary_font, "The default font.", 10},
        {:normal, "Neither bright nor faint.", 22},
        {:not_italic, "Not italic.", 23},
        {:no_underline, "Not underlined.", 24},
        {:blink_off, "Not blinking.", 25},
        {:inverse_off, "Foreground and background not exchanged.", 27},
        {:reverse_off, "Foreground and background not exchanged.", 27},
        {:default_color, "The default foreground.", 39},
        {:default_background, "The default background.", 49},
        {:framed, "Framed.", 51},
        {:encircled, "Encircled.", 52},
        {:overlined, "Overlined.", 53},
        {:not_framed_encircled, "Neither framed nor encircled.", 54},
        {:not_overlined, "Not overlined.", 55}
      ] do
    @doc doc
    defsequence(name, code)
  end

  for font <- 1..9 do
    @doc "The alternative font #{font}."
    defsequence(:"font_#{font}", font + 10)
  end

  for {color, index} <- Enum.with_index(@colors) do
    @doc "The foreground colour #{color}."
    defsequence(color, index + 30)

    @doc "The light foreground colour #{color}."
    defsequence(:"light_#{color}", index + 90)

    @doc "The background colour #{color}."
    defsequence(:"#{color}_background", index + 40)

    @doc "The light background colour #{color}."
    defsequence(:"light_#{color}_background", index + 100)
  end

  @doc "Moves the cursor to the top left."
  defsequence(:home, "", "H")

  @doc "Clears the screen."
  defsequence(:clear, "2", "J")

  @doc "Clears the line."
  defsequence(:clear_line, "2", "K")

  defp sequence(other) do
    raise ArgumentError, "invalid ANSI sequence specification: #{inspect(other)}"
  end

  @doc """
  Moves the cursor to a line and a column, from 0.

  ## Examples

      iex> IO.ANSI.cursor(2, 3)
      "\\e[2;3H"
  """
  @spec cursor(non_neg_integer, non_neg_integer) :: String.t()
  def cursor(line, column)
      when is_integer(line) and line >= 0 and is_integer(column) and column >= 0,
      do: "\e[#{line};#{column}H"

  for {name, letter, where} <- [
        {:cursor_up, "A", "lines up"},
        {:cursor_down, "B", "lines down"},
        {:cursor_right, "C", "columns right"},
        {:cursor_left, "D", "columns left"}
      ] do
    @doc "Moves the cursor so many #{where}; one by default."
    @spec unquote(name)(pos_integer) :: String.t()
    def unquote(name)(count \\ 1) when is_integer(count) and count >= 1,
      do: "\e[#{count}#{unquote(letter)}"
  end

  @doc """
  Replaces the atoms in chardata by their sequences, and resets at the end if there was one.

  With `emit?` false they are dropped. Raises `ArgumentError` for an unknown name.

  ## Examples

      iex> IO.ANSI.format(["Hello, ", :bright, "you"], true) |> IO.iodata_to_binary()
      "Hello, \\e[1myou\\e[0m"
      iex> IO.ANSI.format([:red, "plain"], false) |> IO.iodata_to_binary()
      "plain"
  """
  @spec format(ansidata, boolean) :: IO.chardata()
  def format(ansidata, emit? \\ enabled?()) when is_boolean(emit?),
    do: format(ansidata, [], [], emit?, :maybe)

  @doc """
  As `format/2`, without the reset at the end.

  ## Examples

      iex> IO.ANSI.format_fragment([:bright, "Word"], true) |> IO.iodata_to_binary()
      "\\e[1mWord"
  """
  @spec format_fragment(ansidata, boolean) :: IO.chardata()
  def format_fragment(ansidata, emit? \\ enabled?()) when is_boolean(emit?),
    do: format(ansidata, [], [], emit?, false)

  # `rest` are the tails still to be done; `reset` becomes true at the first sequence.
  defp format([term | rest], tails, acc, emit?, reset), do: format(term, [rest | tails], acc, emit?, reset)

  defp format(name, tails, acc, true, reset) when is_atom(name),
    do: format([], tails, [acc | sequence(name)], true, reset && true)

  defp format(name, tails, acc, false, reset) when is_atom(name),
    do: format([], tails, acc, false, reset)

  defp format(term, tails, acc, emit?, reset) when term != [],
    do: format([], tails, [acc | [term]], emit?, reset)

  defp format([], [next | tails], acc, emit?, reset), do: format(next, tails, acc, emit?, reset)
  defp format([], [], acc, true, true), do: [acc | "\e[0m"]
  defp format([], [], acc, _emit?, _reset), do: acc
end
