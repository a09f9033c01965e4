# stdlib/elixir/inspect/algebra.ex: documents for pretty printing.
# Here: building documents (text, breaks, groups, containers) and laying them out.
# Not here: what a term looks like (Inspect and its implementations).
# Holds: a document is a small tagged tuple or a binary; layout is one pass over a
# work list of {indentation, mode, document}, with a look-ahead at each group.
defmodule Inspect.Algebra do
  @moduledoc """
  Documents that know where they may break into lines.

  A document is text with marked places: `break/1` is either its text or a new line,
  `group/1` is laid out on one line when it fits and broken otherwise, `nest/2` indents
  the lines begun inside it. `format/2` turns a document into chardata for a width.

      iex> import Inspect.Algebra
      iex> doc = group(glue("hello", "world"))
      iex> doc |> format(80) |> IO.iodata_to_binary()
      "hello world"
      iex> doc |> format(5) |> IO.iodata_to_binary()
      "hello\\nworld"
  """

  @typedoc "A document."
  @type t ::
          binary
          | :doc_line
          | :doc_nil
          | {:doc_string, binary, non_neg_integer}
          | {:doc_cons, t, t}
          | {:doc_nest, t, :cursor | :reset | non_neg_integer, :always | :break}
          | {:doc_break, binary, :flex | :strict}
          | {:doc_group, t, :inherit | :self}
          | {:doc_fits, t, :enabled | :disabled}
          | {:doc_force, t}
          | {:doc_collapse, pos_integer}
          | {:doc_color, t, IO.ANSI.ansidata()}
          | {:doc_limit, t, :infinity}

  @type limit :: :infinity | non_neg_integer

  @tags [
    :doc_string,
    :doc_cons,
    :doc_nest,
    :doc_break,
    :doc_group,
    :doc_color,
    :doc_force,
    :doc_fits,
    :doc_collapse,
    :doc_limit
  ]

  @doc false
  defmacro is_doc(doc) do
    if Macro.Env.in_guard?(__CALLER__) do
      doc_test(doc)
    else
      var = Macro.unique_var(:doc, __MODULE__)

      quote do
        unquote(var) = unquote(doc)
        unquote(doc_test(var))
      end
    end
  end

  defp doc_test(doc) do
    quote do
      is_binary(unquote(doc)) or unquote(doc) == :doc_nil or unquote(doc) == :doc_line or
        (is_tuple(unquote(doc)) and elem(unquote(doc), 0) in unquote(@tags))
    end
  end

  @doc """
  Turns any term into a document, through the `Inspect` protocol.

  With `opts.structs` off a struct is shown as the map it is. With `opts.safe` a failing
  implementation gives a document that describes the failure.

  ## Examples

      iex> Inspect.Algebra.to_doc(:hello, %Inspect.Opts{})
      ":hello"
  """
  @spec to_doc(any, Inspect.Opts.t()) :: t
  def to_doc(term, opts)

  def to_doc(%_{} = struct, %Inspect.Opts{inspect_fun: fun} = opts) do
    if opts.structs do
      try do
        fun.(struct, opts)
      rescue
        error -> Inspect.Failure.to_doc(struct, error, __STACKTRACE__, opts)
      end
    else
      Inspect.Map.inspect(struct, opts)
    end
  end

  def to_doc(term, %Inspect.Opts{inspect_fun: fun} = opts), do: fun.(term, opts)

  @doc """
  Wraps `collection` in `left` and `right` and separates its entries.

  `fun` turns an entry and the options, whose limit it has counted down, into a
  document; at most `inspect_opts.limit` entries are shown, then `"..."`.

  ## Options

    * `:separator` - written after every entry but the last, `","` by default
    * `:break` - `:strict` breaks after every entry or after none, `:flex` fills the
      lines, `:maybe` (default) is `:flex` when every entry is plain text

  ## Examples

      iex> opts = %Inspect.Opts{limit: 2}
      iex> doc = Inspect.Algebra.container_doc("[", [1, 2, 3], "]", opts, fn i, _ -> to_string(i) end)
      iex> doc |> Inspect.Algebra.format(20) |> IO.iodata_to_binary()
      "[1, 2, ...]"
  """
  @doc since: "1.6.0"
  @spec container_doc(t, [any], t, Inspect.Opts.t(), (term, Inspect.Opts.t() -> t), keyword) :: t
  def container_doc(left, collection, right, inspect_opts, fun, opts \\ [])
      when is_doc(left) and is_list(collection) and is_doc(right) and is_function(fun, 2) and
             is_list(opts) do
    case collection do
      [] -> concat(left, right)
      _ -> filled_container(left, collection, right, inspect_opts, fun, opts)
    end
  end

  defp filled_container(left, collection, right, inspect_opts, fun, opts) do
    break = Keyword.get(opts, :break, :maybe)
    separator = Keyword.get(opts, :separator, ",")

    {docs, simple?} =
      container_entries(collection, inspect_opts.limit, inspect_opts, fun, [], break == :maybe)

    flex? = simple? or break == :flex
    docs = fold_doc(docs, &join_entries(&1, &2, flex?, separator))

    if flex? do
      group(concat(concat(left, nest(docs, doc_length(left))), right))
    else
      group(glue(nest(glue(left, "", docs), 2), "", right))
    end
  end

  defp container_entries([], _limit, _opts, _fun, acc, simple?), do: {:lists.reverse(acc), simple?}

  defp container_entries(_, 0, _opts, _fun, acc, simple?),
    do: {:lists.reverse(["..." | acc]), simple?}

  defp container_entries([term | rest], limit, opts, fun, acc, simple?) when is_list(rest) do
    {doc, limit} = container_entry(term, limit, opts, fun)
    container_entries(rest, limit, opts, fun, [doc | acc], simple? and simple?(doc))
  end

  defp container_entries([left | right], limit, opts, fun, acc, simple?) do
    {left, limit} = container_entry(left, limit, opts, fun)
    {right, _limit} = container_entry(right, limit, opts, fun)
    simple? = simple? and simple?(left) and simple?(right)
    doc = join_entries(left, right, simple?, " |")
    {:lists.reverse([doc | acc]), simple?}
  end

  # An entry without text does not count.
  defp container_entry(term, limit, opts, fun) do
    lower = decrement(limit)

    case fun.(term, %{opts | limit: lower}) do
      :doc_nil -> {:doc_nil, limit}
      doc -> {doc, lower}
    end
  end

  defp decrement(:infinity), do: :infinity
  defp decrement(limit), do: limit - 1

  defp join_entries(:doc_nil, :doc_nil, _flex?, _separator), do: :doc_nil
  defp join_entries(left, :doc_nil, _flex?, _separator), do: left
  defp join_entries(:doc_nil, right, _flex?, _separator), do: right
  defp join_entries(left, right, true, sep), do: flex_glue(concat(left, sep), right)
  defp join_entries(left, right, false, sep), do: glue(concat(left, sep), right)

  defp simple?({:doc_cons, left, right}), do: simple?(left) and simple?(right)
  defp simple?({:doc_color, doc, _}), do: simple?(doc)
  defp simple?({:doc_string, _, _}), do: true
  defp simple?(:doc_nil), do: true
  defp simple?(other), do: is_binary(other)

  defp doc_length({:doc_string, _, length}), do: length
  defp doc_length({:doc_cons, left, right}), do: doc_length(left) + doc_length(right)
  defp doc_length({:doc_color, doc, _}), do: doc_length(doc)
  defp doc_length(:doc_nil), do: 0
  defp doc_length(text) when is_binary(text), do: byte_size(text)
  defp doc_length(_), do: 1

  @doc false
  @deprecated "Use a combination of concat/2 and nest/2 instead"
  def surround(left, doc, right) when is_doc(left) and is_doc(doc) and is_doc(right) do
    if doc == :doc_nil do
      concat(left, right)
    else
      group(concat(left, concat(nest(doc, 1), right)))
    end
  end

  @doc false
  @deprecated "Use Inspect.Algebra.container_doc/6 instead"
  def surround_many(left, docs, right, %Inspect.Opts{} = opts, fun, separator \\ ",")
      when is_doc(left) and is_list(docs) and is_doc(right) and is_function(fun, 2) do
    container_doc(left, docs, right, opts, fun, separator: separator)
  end

  @doc """
  Returns the document without text.

  ## Examples

      iex> Inspect.Algebra.empty() |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      ""
  """
  @spec empty() :: :doc_nil
  def empty(), do: :doc_nil

  @doc """
  Makes a document whose width is counted in graphemes.

  A plain binary is a document too, whose width is its size in bytes.

  ## Examples

      iex> "olá" |> Inspect.Algebra.string() |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "olá"
  """
  @doc since: "1.6.0"
  @spec string(String.t()) :: t
  def string(string) when is_binary(string), do: {:doc_string, string, String.length(string)}

  @doc """
  Puts two documents next to each other.

  ## Examples

      iex> Inspect.Algebra.concat("hello", "world") |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "helloworld"
  """
  @spec concat(t, t) :: t
  def concat(doc1, doc2) when is_doc(doc1) and is_doc(doc2), do: {:doc_cons, doc1, doc2}

  @doc """
  Puts a list of documents next to each other.

  ## Examples

      iex> Inspect.Algebra.concat(["a", "b", "c"]) |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "abc"
  """
  @spec concat([t]) :: t
  def concat(docs) when is_list(docs), do: fold_doc(docs, &concat(&1, &2))

  @doc """
  Frees the entries inside `doc` from the limit.

  ## Examples

      iex> Inspect.Algebra.no_limit("a") |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "a"
  """
  @doc since: "1.14.0"
  @spec no_limit(t) :: t
  def no_limit(doc) when is_doc(doc), do: {:doc_limit, doc, :infinity}

  @doc """
  Colours `doc` with what `opts.syntax_colors` holds for `key`, if anything.

  ## Examples

      iex> opts = %Inspect.Opts{syntax_colors: [atom: :red]}
      iex> doc = Inspect.Algebra.color(":a", :atom, opts)
      iex> doc |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "\\e[31m:a\\e[0m"
  """
  @doc since: "1.4.0"
  @spec color(t, Inspect.Opts.color_key(), Inspect.Opts.t()) :: t
  def color(doc, key, %Inspect.Opts{syntax_colors: colors}) when is_doc(doc) do
    case colors do
      [] -> doc
      _ -> color_with(doc, Keyword.get(colors, key), Keyword.get(colors, :reset, :reset))
    end
  end

  defp color_with(doc, nil, _reset), do: doc

  defp color_with(doc, color, reset),
    do: concat({:doc_color, doc, color}, {:doc_color, :doc_nil, reset})

  @doc """
  Indents the lines begun inside `doc`.

  `level` is a number of columns, `:cursor` for the column reached so far or `:reset`
  for none; `mode` is `:always`, or `:break` to indent only in groups that are broken.

  ## Examples

      iex> doc = Inspect.Algebra.nest(Inspect.Algebra.glue("hello", "world"), 5)
      iex> Inspect.Algebra.group(doc) |> Inspect.Algebra.format(5) |> IO.iodata_to_binary()
      "hello\\n     world"
  """
  @spec nest(t, non_neg_integer | :cursor | :reset, :always | :break) :: t
  def nest(doc, level, mode \\ :always)

  def nest(doc, :cursor, mode) when is_doc(doc) and mode in [:always, :break],
    do: {:doc_nest, doc, :cursor, mode}

  def nest(doc, :reset, mode) when is_doc(doc) and mode in [:always, :break],
    do: {:doc_nest, doc, :reset, mode}

  def nest(doc, 0, _mode) when is_doc(doc), do: doc

  def nest(doc, level, mode)
      when is_doc(doc) and is_integer(level) and level > 0 and mode in [:always, :break],
      do: {:doc_nest, doc, level, mode}

  @doc """
  A place that is `string` when its group fits on the line, else a new line.

  ## Examples

      iex> Inspect.Algebra.break("-") |> Inspect.Algebra.group() |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "-"
  """
  @spec break(binary) :: t
  def break(string \\ " ") when is_binary(string), do: {:doc_break, string, :strict}

  @doc """
  Reduces the new lines and space around it to at most `max` new lines.

  ## Examples

      iex> doc = Inspect.Algebra.concat([Inspect.Algebra.collapse_lines(1), Inspect.Algebra.line(), Inspect.Algebra.line(), "a"])
      iex> doc |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "\\na"
  """
  @doc since: "1.6.0"
  @spec collapse_lines(pos_integer) :: t
  def collapse_lines(max) when is_integer(max) and max > 0, do: {:doc_collapse, max}

  @doc """
  Takes the first break inside `doc` as good enough for `doc` to fit.

  With `:disabled` the breaks inside are no help. It serves last arguments such as maps,
  which open on the line of their call.

  ## Examples

      iex> Inspect.Algebra.next_break_fits("a") |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "a"
  """
  @doc since: "1.6.0"
  @spec next_break_fits(t, :enabled | :disabled) :: t
  def next_break_fits(doc, mode \\ :enabled) when is_doc(doc) and mode in [:enabled, :disabled],
    do: {:doc_fits, doc, mode}

  @doc """
  Like `break/1`, but decided by itself: it breaks only when what follows does not fit.

  ## Examples

      iex> Inspect.Algebra.flex_break("-") |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "-"
  """
  @doc since: "1.6.0"
  @spec flex_break(binary) :: t
  def flex_break(string \\ " ") when is_binary(string), do: {:doc_break, string, :flex}

  @doc """
  Joins two documents by a `flex_break/1`.

  ## Examples

      iex> Inspect.Algebra.flex_glue("a", "b") |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "a b"
  """
  @doc since: "1.6.0"
  @spec flex_glue(t, binary, t) :: t
  def flex_glue(doc1, break_string \\ " ", doc2) when is_binary(break_string),
    do: concat(doc1, concat(flex_break(break_string), doc2))

  @doc """
  Joins two documents by a `break/1`.

  ## Examples

      iex> Inspect.Algebra.glue("a", "-", "b") |> Inspect.Algebra.group() |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "a-b"
  """
  @spec glue(t, binary, t) :: t
  def glue(doc1, break_string \\ " ", doc2) when is_binary(break_string),
    do: concat(doc1, concat(break(break_string), doc2))

  @doc """
  Marks a document that is laid out on one line if it fits, and broken otherwise.

  With `:inherit` it is broken whenever the group around it is.

  ## Examples

      iex> doc = Inspect.Algebra.group(Inspect.Algebra.glue("a", "b"))
      iex> doc |> Inspect.Algebra.format(2) |> IO.iodata_to_binary()
      "a\\nb"
  """
  @spec group(t, :self | :inherit) :: t
  def group(doc, mode \\ :self) when is_doc(doc) and mode in [:self, :inherit],
    do: {:doc_group, doc, mode}

  @doc """
  Joins two documents by a space that never breaks.

  ## Examples

      iex> Inspect.Algebra.space("a", "b") |> Inspect.Algebra.format(1) |> IO.iodata_to_binary()
      "a b"
  """
  @spec space(t, t) :: t
  def space(doc1, doc2), do: concat(doc1, concat(" ", doc2))

  @doc """
  A new line, whatever fits.

  ## Examples

      iex> Inspect.Algebra.concat(["a", Inspect.Algebra.line(), "b"]) |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "a\\nb"
  """
  @doc since: "1.6.0"
  @spec line() :: t
  def line(), do: :doc_line

  @doc """
  Joins two documents by a new line.

  ## Examples

      iex> Inspect.Algebra.line("a", "b") |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "a\\nb"
  """
  @spec line(t, t) :: t
  def line(doc1, doc2), do: concat(doc1, concat(line(), doc2))

  @doc """
  Breaks the group around `doc`, even if it would fit.

  ## Examples

      iex> doc = Inspect.Algebra.group(Inspect.Algebra.force_unfit(Inspect.Algebra.glue("a", "b")))
      iex> doc |> Inspect.Algebra.format(80) |> IO.iodata_to_binary()
      "a\\nb"
  """
  @doc since: "1.6.0"
  @spec force_unfit(t) :: t
  def force_unfit(doc) when is_doc(doc), do: {:doc_force, doc}

  @doc """
  Folds documents from the right with `folder_fun`.

  ## Examples

      iex> Inspect.Algebra.fold_doc(["a", "b", "c"], fn doc, acc -> doc <> "-" <> acc end)
      "a-b-c"
  """
  @spec fold_doc([t], (t, t -> t)) :: t
  def fold_doc(docs, folder_fun)
  def fold_doc([], _folder_fun), do: empty()
  def fold_doc([doc], _folder_fun), do: doc

  def fold_doc([doc | docs], folder_fun) when is_function(folder_fun, 2),
    do: folder_fun.(doc, fold_doc(docs, folder_fun))

  @doc """
  Lays a document out for lines of `width` columns, as iodata.

  `:infinity` never breaks a group but where it is forced.

  ## Examples

      iex> Inspect.Algebra.format("hello", 10) |> IO.iodata_to_binary()
      "hello"
  """
  @spec format(t, non_neg_integer | :infinity) :: iodata
  def format(doc, width) when is_doc(doc) and (width == :infinity or width >= 0),
    do: layout(width, 0, [{0, :flat, doc}])

  # `col` is the column reached; the work list holds what is still to be written.
  defp layout(_, _, []), do: []

  defp layout(_, col, [{:width, w} | rest]), do: layout(w, col, rest)

  defp layout(w, col, [{indent, mode, doc} | rest]) do
    case doc do
      text when is_binary(text) ->
        [text | layout(w, col + byte_size(text), rest)]

      {:doc_cons, left, right} ->
        layout(w, col, [{indent, mode, left}, {indent, mode, right} | rest])

      {:doc_string, text, length} ->
        [text | layout(w, col + length, rest)]

      {:doc_break, text, kind} ->
        layout_break(mode, kind, text, w, col, indent, rest)

      {:doc_nest, inner, _, :break} when mode != :break ->
        layout(w, col, [{indent, mode, inner} | rest])

      {:doc_nest, inner, level, _} ->
        layout(w, col, [{nested(indent, col, level), mode, inner} | rest])

      {:doc_group, inner, :inherit} when mode == :break ->
        layout(w, col, [{indent, :break, inner} | rest])

      {:doc_group, inner, _} ->
        mode = if group_fits?(w, col, indent, inner), do: :flat, else: :break
        layout(w, col, [{indent, mode, inner} | rest])

      :doc_nil ->
        layout(w, col, rest)

      :doc_line ->
        [new_line(indent) | layout(w, indent, rest)]

      {:doc_color, inner, color} ->
        [IO.ANSI.format_fragment(color, true) | layout(w, col, [{indent, mode, inner} | rest])]

      {:doc_limit, inner, limit} ->
        layout(limit, col, [{indent, :flat, inner}, {:width, w} | rest])

      {:doc_collapse, max} ->
        collapse(layout(w, indent, rest), max, 0, indent)

      {_, inner} ->
        layout(w, col, [{indent, mode, inner} | rest])

      {_, inner, _} ->
        layout(w, col, [{indent, mode, inner} | rest])
    end
  end

  defp layout_break(:break, :strict, _text, w, _col, indent, rest),
    do: [new_line(indent) | layout(w, indent, rest)]

  defp layout_break(:break, :flex, text, w, col, indent, rest) do
    col = col + byte_size(text)

    if w == :infinity or fits?(w, col, true, rest) do
      [text | layout(w, col, rest)]
    else
      [new_line(indent) | layout(w, indent, rest)]
    end
  end

  defp layout_break(_flat, _kind, text, w, col, _indent, rest),
    do: [text | layout(w, col + byte_size(text), rest)]

  defp group_fits?(:infinity, _, _, _), do: true
  defp group_fits?(w, col, indent, doc), do: fits?(w, col, false, [{indent, :flat, doc}])

  # Whether the work list fits on the line. A text without any break cannot be helped by
  # breaking, so `broke?` tells if one was passed: only then is being too wide a failure.
  # Modes beside :flat and :break: :flat_no_break (breaks are no help), :break_no_flat
  # (the first break is enough).
  defp fits?(w, col, true, _) when col > w, do: false
  defp fits?(_, _, _, []), do: true
  defp fits?(w, col, _, {:outer, broke?, rest}), do: fits?(w, col, broke?, rest)

  defp fits?(_, col, broke?, [{:width, w} | rest]), do: fits?(w, col, broke?, rest)

  defp fits?(w, col, broke?, [{indent, mode, doc} | rest]) do
    case doc do
      text when is_binary(text) ->
        fits?(w, col + byte_size(text), broke?, rest)

      {:doc_cons, left, right} ->
        fits?(w, col, broke?, [{indent, mode, left}, {indent, mode, right} | rest])

      {:doc_string, _, length} ->
        fits?(w, col + length, broke?, rest)

      {:doc_break, text, _} ->
        mode in [:break, :break_no_flat] or fits?(w, col + byte_size(text), true, rest)

      :doc_line ->
        mode in [:break, :break_no_flat] or fits?(w, indent, false, rest)

      {:doc_nest, inner, _, :break} ->
        fits?(w, col, broke?, [{indent, mode, inner} | rest])

      {:doc_nest, inner, level, _} ->
        fits?(w, col, broke?, [{nested(indent, col, level), mode, inner} | rest])

      {:doc_group, inner, _} ->
        mode = if mode == :break, do: :flat, else: mode
        fits?(w, col, broke?, [{indent, mode, inner} | {:outer, broke?, rest}])

      {:doc_fits, inner, kind} ->
        fits?(w, col, broke?, [{indent, fits_mode(mode, kind), inner} | rest])

      {:doc_force, inner} ->
        mode == :break_no_flat and fits?(w, col, broke?, [{indent, mode, inner} | rest])

      {:doc_limit, inner, limit} ->
        fits?(limit, col, broke?, [{indent, :flat, inner}, {:width, w} | rest])

      {:doc_collapse, _} ->
        fits?(w, indent, broke?, rest)

      :doc_nil ->
        fits?(w, col, broke?, rest)

      {_, inner, _} ->
        fits?(w, col, broke?, [{indent, mode, inner} | rest])
    end
  end

  defp fits_mode(_mode, :disabled), do: :flat_no_break
  defp fits_mode(:flat_no_break, _), do: :flat_no_break
  defp fits_mode(_mode, :enabled), do: :break_no_flat

  defp collapse(["\n" <> _ | rest], max, count, indent), do: collapse(rest, max, count + 1, indent)
  defp collapse(["" | rest], max, count, indent), do: collapse(rest, max, count, indent)

  defp collapse(rest, max, count, indent),
    do: [:binary.copy("\n", min(max, count)) <> :binary.copy(" ", indent) | rest]

  defp nested(_, col, :cursor), do: col
  defp nested(_, _, :reset), do: 0
  defp nested(indent, _, level), do: indent + level

  defp new_line(0), do: "\n"
  defp new_line(indent), do: "\n" <> :binary.copy(" ", indent)
end
