defmodule Vial.Line do
  @moduledoc false
  # A line, or several, being edited: what keys do to the text, and how it looks on a terminal.
  # Nothing here reads or writes (console.ex does).

  defstruct prompt: "", more: "", left: "", right: "", history: [], behind: [], saved: nil, kill: "", search: nil

  @type t :: %__MODULE__{}

  def new(prompt, more, history), do: %__MODULE__{prompt: prompt, more: more, history: history}

  def text(line), do: line.left <> line.right

  # --- bytes to keys -----------------------------------------------------------------------------------

  @doc """
  The keys in what a terminal sent, and the bytes of a key that is not complete yet.
  """
  def keys(bytes), do: keys(bytes, [])

  @sequences %{
    "[A" => :up, "[B" => :down, "[C" => :right, "[D" => :left, "[H" => :home, "[F" => :end, "OA" => :up, "OB" => :down,
    "OC" => :right, "OD" => :left, "OH" => :home, "OF" => :end, "[1~" => :home, "[4~" => :end, "[7~" => :home, "[8~" => :end,
    "[3~" => :delete, "[5~" => :none, "[6~" => :none, "[1;5C" => {:alt, ?f}, "[1;5D" => {:alt, ?b}, "[1;3C" => {:alt, ?f},
    "[1;3D" => {:alt, ?b}
  }

  defp keys("", done), do: {Enum.reverse(done), ""}

  defp keys("\e[200~" <> rest = bytes, done) do
    case String.split(rest, "\e[201~", parts: 2) do
      [pasted, rest] -> keys(rest, [{:text, lines(pasted)} | done])
      [_] -> {Enum.reverse(done), bytes}
    end
  end

  defp keys("\e" <> rest = bytes, done) do
    case sequence(rest) do
      :more -> {Enum.reverse(done), bytes}
      {name, rest} -> keys(rest, [Map.get(@sequences, name, alt(name)) | done])
    end
  end

  defp keys(<<c, rest::binary>>, done) when c in [?\r, ?\n], do: keys(rest, [:enter | done])
  defp keys(<<?\t, rest::binary>>, done), do: keys(rest, [:tab | done])
  defp keys(<<c, rest::binary>>, done) when c in [8, 127], do: keys(rest, [:backspace | done])
  defp keys(<<c, rest::binary>>, done) when c < 32, do: keys(rest, [{:ctrl, c + 96} | done])

  defp keys(bytes, done) do
    case printable(bytes, 0) do
      0 -> if incomplete?(bytes), do: {Enum.reverse(done), bytes}, else: keys(binary_part(bytes, 1, byte_size(bytes) - 1), done)
      size -> keys(binary_part(bytes, size, byte_size(bytes) - size), [{:text, binary_part(bytes, 0, size)} | done])
    end
  end

  # How many bytes of text there are before the next key of another kind.
  defp printable(bytes, at) do
    case bytes do
      <<_::binary-size(at), c::utf8, _::binary>> when c >= 32 and c != 127 -> printable(bytes, at + byte_size(<<c::utf8>>))
      _ -> at
    end
  end

  defp incomplete?(bytes), do: byte_size(bytes) < 4 and match?({:incomplete, _, _}, :unicode.characters_to_list(bytes))

  defp sequence(""), do: :more
  defp sequence("[" <> rest), do: control(rest, "[")
  defp sequence(<<?O, c, rest::binary>>), do: {<<?O, c>>, rest}
  defp sequence("O"), do: :more
  defp sequence(<<c, rest::binary>>), do: {<<c>>, rest}

  defp control(<<c, rest::binary>>, name) when c in 0x40..0x7E, do: {name <> <<c>>, rest}
  defp control(<<c, rest::binary>>, name) when byte_size(name) < 16, do: control(rest, name <> <<c>>)
  defp control("", _), do: :more
  defp control(rest, name), do: {name, rest}

  defp alt(<<127>>), do: {:alt, :backspace}
  defp alt(<<c>>), do: {:alt, c}
  defp alt(_), do: :none

  defp lines(pasted), do: pasted |> String.replace(["\r\n", "\r"], "\n") |> String.replace("\t", "  ")

  # --- what keys do ------------------------------------------------------------------------------------

  @doc """
  `{:edit, line}`, or what the one who reads has to do: `{:enter | :eof | :interrupt | :complete | :redraw, line}`.
  """
  def key(%{search: search} = line, key) when search != nil, do: searching(line, key)
  def key(line, {:text, text}), do: edit(line, line.left <> text, line.right)
  def key(line, :enter), do: {:enter, line}
  def key(line, :tab), do: {:complete, line}
  def key(line, {:ctrl, ?c}), do: {:interrupt, line}
  def key(%{left: "", right: ""} = line, {:ctrl, ?d}), do: {:eof, line}
  def key(line, {:ctrl, ?d}), do: key(line, :delete)
  def key(line, {:ctrl, ?l}), do: {:redraw, line}
  def key(line, {:ctrl, ?r}), do: {:edit, %{line | search: %{query: "", back: line.history, found: nil, from: line}}}
  def key(line, key) when key in [:left, {:ctrl, ?b}], do: back(line)
  def key(line, key) when key in [:right, {:ctrl, ?f}], do: forward(line)
  def key(line, key) when key in [:home, {:ctrl, ?a}], do: to_line_start(line)
  def key(line, key) when key in [:end, {:ctrl, ?e}], do: to_line_end(line)
  def key(line, :backspace), do: rub_out(line)
  def key(line, :delete), do: edit(line, line.left, behind_first(line.right))
  def key(line, key) when key in [:up, {:ctrl, ?p}], do: up(line)
  def key(line, key) when key in [:down, {:ctrl, ?n}], do: down(line)
  def key(line, {:alt, ?b}), do: split_at(line, word_start(line.left))
  def key(line, {:alt, ?f}), do: split_at(line, byte_size(line.left) + word_end(line.right))
  def key(line, {:alt, c}) when c in [?\r, ?\n], do: edit(line, line.left <> "\n", line.right)

  def key(line, {:ctrl, ?k}) do
    {gone, kept} = cut_before_newline(line.right)
    {:edit, %{line | right: kept, kill: gone}}
  end

  def key(line, {:ctrl, ?u}) do
    start = line_start(line.left)
    {kept, gone} = :erlang.split_binary(line.left, start)
    {:edit, %{line | left: kept, kill: gone}}
  end

  def key(line, key) when key in [{:ctrl, ?w}, {:alt, :backspace}] do
    {kept, gone} = :erlang.split_binary(line.left, word_start(line.left))
    {:edit, %{line | left: kept, kill: gone}}
  end

  def key(line, {:alt, ?d}) do
    {gone, kept} = :erlang.split_binary(line.right, word_end(line.right))
    {:edit, %{line | right: kept, kill: gone}}
  end

  def key(line, {:ctrl, ?y}), do: edit(line, line.left <> line.kill, line.right)

  def key(line, {:ctrl, ?t}) do
    case {String.last(line.left), String.first(line.right)} do
      {a, b} when a != nil and b != nil -> edit(line, before_last(line.left) <> b <> a, behind_first(line.right))
      _ -> {:edit, line}
    end
  end

  def key(line, _), do: {:edit, line}

  defp edit(line, left, right), do: {:edit, %{line | left: left, right: right}}

  defp back(line), do: if(line.left == "", do: {:edit, line}, else: edit(line, before_last(line.left), String.last(line.left) <> line.right))
  defp forward(line), do: if(line.right == "", do: {:edit, line}, else: edit(line, line.left <> String.first(line.right), behind_first(line.right)))
  defp rub_out(line), do: edit(line, before_last(line.left), line.right)

  defp before_last(""), do: ""
  defp before_last(text), do: binary_part(text, 0, byte_size(text) - byte_size(String.last(text)))
  defp behind_first(""), do: ""
  defp behind_first(text), do: binary_part(text, byte_size(String.first(text)), byte_size(text) - byte_size(String.first(text)))

  defp split_at(line, at) do
    {left, right} = :erlang.split_binary(text(line), at)
    edit(line, left, right)
  end

  defp line_start(left) do
    case :binary.matches(left, "\n") do
      [] -> 0
      found -> elem(List.last(found), 0) + 1
    end
  end

  defp cut_before_newline(right) do
    case :binary.match(right, "\n") do
      {0, 1} -> :erlang.split_binary(right, 1)
      {at, 1} -> :erlang.split_binary(right, at)
      :nomatch -> {right, ""}
    end
  end

  defp to_line_start(line), do: split_at(line, line_start(line.left))

  defp to_line_end(line) do
    size = with {at, 1} <- :binary.match(line.right, "\n"), do: at, else: (:nomatch -> byte_size(line.right))
    split_at(line, byte_size(line.left) + size)
  end

  defp word_start(left) do
    [{at, _}] = Regex.run(~r/\w*\W*\z/u, left, return: :index)
    at
  end

  defp word_end(right) do
    [{_, size}] = Regex.run(~r/\A\W*\w*/u, right, return: :index)
    size
  end

  # --- history -----------------------------------------------------------------------------------------

  # Inside a text of several lines the cursor goes up before the history does.
  defp up(line) do
    case line_start(line.left) do
      0 -> older(line)
      start -> vertical(line, line_start(binary_part(line.left, 0, start - 1)), start - 1, start)
    end
  end

  defp down(line) do
    case :binary.match(line.right, "\n") do
      :nomatch -> newer(line)
      {at, 1} -> below(line, byte_size(line.left) + at + 1)
    end
  end

  defp below(line, start) do
    rest = binary_part(text(line), start, byte_size(text(line)) - start)
    size = with {at, 1} <- :binary.match(rest, "\n"), do: at, else: (:nomatch -> byte_size(rest))
    vertical(line, start, start + size, line_start(line.left))
  end

  # To the same column of the line in from..to.
  defp vertical(line, from, to, own_start) do
    column = line.left |> binary_part(own_start, byte_size(line.left) - own_start) |> String.length()
    other = binary_part(text(line), from, to - from)
    split_at(line, from + byte_size(String.slice(other, 0, column)))
  end

  defp older(%{history: []} = line), do: {:edit, line}
  defp older(%{history: [text | rest]} = line), do: recall(%{line | history: rest, behind: [text(line) | line.behind]}, text)
  defp newer(%{behind: []} = line), do: {:edit, line}
  defp newer(%{behind: [text | rest]} = line), do: recall(%{line | history: [text(line) | line.history], behind: rest}, text)
  defp recall(line, text), do: edit(line, text, "")

  # --- searching (Ctrl-R) ------------------------------------------------------------------------------

  defp searching(%{search: s} = line, {:text, text}), do: find(line, %{s | query: s.query <> text, back: s.from.history})
  defp searching(%{search: s} = line, :backspace), do: find(line, %{s | query: before_last(s.query), back: s.from.history})

  defp searching(%{search: s} = line, {:ctrl, ?r}) do
    case Enum.drop_while(s.back, &(not String.contains?(&1, s.query))) do
      [_ | older] -> find(line, %{s | back: older})
      [] -> {:edit, line}
    end
  end

  defp searching(%{search: s}, key) when key in [{:ctrl, ?c}, {:ctrl, ?g}], do: {:edit, s.from}

  defp searching(%{search: s}, key) do
    taken = if s.found, do: %{s.from | left: s.found, right: ""}, else: s.from
    if key == {:alt, 27}, do: {:edit, taken}, else: key(taken, key)
  end

  defp find(line, %{query: ""} = s), do: {:edit, %{line | search: %{s | found: nil}}}
  defp find(line, s), do: {:edit, %{line | search: %{s | found: Enum.find(s.back, &String.contains?(&1, s.query))}}}

  # --- drawing -----------------------------------------------------------------------------------------

  @doc """
  What to write, with the cursor at the first column of the first row, and the row the cursor is in then.
  """
  def draw(%{search: s}, columns) when s != nil do
    shown = "(search) " <> s.query <> ": " <> (s.found || "")
    shown = shown |> String.replace("\n", " ") |> String.slice(0, max(columns - 1, 10))
    {shown, 0}
  end

  def draw(line, columns) do
    rows = text(line) |> String.split("\n") |> Enum.with_index(fn row, at -> prefix(line, at) <> row end)
    cursor = line.left |> String.split("\n")
    row = length(cursor) - 1
    above = rows |> Enum.take(row) |> Enum.map(&height(&1, columns)) |> Enum.sum()
    at = width(prefix(line, row)) + width(List.last(cursor))
    total = rows |> Enum.map(&height(&1, columns)) |> Enum.sum()
    here = above + div(at, columns)
    # A row that is just full leaves the cursor at its end: a blank takes it to the next.
    full = if full?(List.last(rows), columns), do: " \r", else: ""
    back = total - 1 - here
    {[Enum.intersperse(rows, "\r\n"), full, if(back > 0, do: "\e[#{back}A", else: ""), "\r", right(rem(at, columns))], here}
  end

  defp right(0), do: ""
  defp right(n), do: "\e[#{n}C"

  defp prefix(line, 0), do: line.prompt
  defp prefix(line, _), do: line.more

  defp height(row, columns), do: div(width(row), columns) + 1
  defp full?(row, columns), do: width(row) > 0 and rem(width(row), columns) == 0

  @doc """
  How many columns a text takes; sequences of colours take none.
  """
  def width(text), do: text |> String.replace(~r/\e\[[0-9;]*m/, "") |> String.graphemes() |> Enum.map(&cell/1) |> Enum.sum()

  defp cell(grapheme) do
    case String.to_charlist(grapheme) do
      [c | _] when c in 0x1100..0x115F or c in 0x2E80..0xA4CF or c in 0xAC00..0xD7A3 or c in 0xF900..0xFAFF -> 2
      [c | _] when c in 0xFE30..0xFE6F or c in 0xFF00..0xFF60 or c in 0xFFE0..0xFFE6 or c in 0x1F300..0x1FAFF or c in 0x20000..0x3FFFD -> 2
      [c | _] when c in 0x300..0x36F or c in 0x200B..0x200F -> 0
      _ -> 1
    end
  end
end
