# stdlib/elixir/code/formatter.ex: code in the standard layout.
# Here: from the quoted form with literals wrapped, as Code.string_to_quoted_with_comments gives it for formatting, to
# a document; the parts: comments (formatter/comment.part.ex), operators (operator.part.ex), calls (call.part.ex),
# clauses (clause.part.ex), containers, text and numbers (literal.part.ex), small help (help.part.ex).
# Not here: plain quoted forms made into the wrapped kind (normalizer.ex), laying out (Inspect.Algebra).
#
# `at` says where an expression stands: :block, :operand, :parens_arg, :parens_one_arg, :no_parens_arg or
# :no_parens_one_arg. Every function that makes a document answers {doc, state}; the state holds the comments not yet
# placed.
defmodule Code.Formatter do
  @moduledoc false

  require Kernel.Part
  import Code.Normalizer, only: [interpolated?: 1, list_interpolated?: 1]
  import Inspect.Algebra, except: [format: 2, surround: 3, surround: 4]

  @no_line 9_999_999
  @first_line 0
  @empty :doc_nil

  @locals_without_parens [
    alias: 1, alias: 2, case: 2, cond: 1, for: :*, import: 1, import: 2, quote: 1, quote: 2, receive: 1, require: 1,
    require: 2, try: 1, with: :*,
    def: 1, def: 2, defp: 1, defp: 2, defguard: 1, defguardp: 1, defmacro: 1, defmacro: 2, defmacrop: 1, defmacrop: 2,
    defmodule: 2, defdelegate: 2, defexception: 1, defoverridable: 1, defstruct: 1, destructure: 2, raise: 1, raise: 2,
    reraise: 2, reraise: 3, if: 2, unless: 2, use: 1, use: 2,
    defrecord: 2, defrecord: 3, defrecordp: 2, defrecordp: 3,
    assert: 1, assert: 2, assert_in_delta: 3, assert_in_delta: 4, assert_raise: 2, assert_raise: 3, assert_receive: 1,
    assert_receive: 2, assert_receive: 3, assert_received: 1, assert_received: 2, doctest: 1, doctest: 2, refute: 1,
    refute: 2, refute_in_delta: 3, refute_in_delta: 4, refute_receive: 1, refute_receive: 2, refute_receive: 3,
    refute_received: 1, refute_received: 2, setup: 1, setup: 2, setup_all: 1, setup_all: 2, test: 1, test: 2,
    config: 2, config: 3, import_config: 1
  ]

  @doc """
  The calls written without parentheses, unless told otherwise.
  """
  def locals_without_parens, do: @locals_without_parens

  @doc """
  Whether a call of that name and arity is written without parentheses.
  """
  def local_without_parens?(name, arity, known), do: arity > 0 and ({name, arity} in known or {name, :*} in known)

  @doc """
  A document of code.

  Options are `:comments`, `:file`, `:locals_without_parens`, `:sigils` and `:force_do_end_blocks`.
  """
  def to_algebra(quoted, opts \\ []) do
    {doc, _} = block(quoted, @first_line, @no_line, new_state(opts))
    doc
  end

  defp new_state(opts) do
    %{
      comments: opts |> Keyword.get(:comments, []) |> placed_comments(),
      locals: Keyword.get(opts, :locals_without_parens, []) ++ @locals_without_parens,
      force_do_end: Keyword.get(opts, :force_do_end_blocks, false),
      nesting: Keyword.get(opts, :operand_nesting, 2),
      skip_eol: Keyword.get(opts, :skip_eol, false),
      file: Keyword.get(opts, :file),
      sigils: opts |> Keyword.get(:sigils, []) |> Map.new(&sigil_callback/1)
    }
  end

  defp sigil_callback({key, fun} = pair) do
    case is_atom(key) and is_function(fun, 2) and Atom.to_charlist(key) do
      [char] -> {char, fun}
      _ -> bad_sigil(pair)
    end
  end

  defp sigil_callback(other), do: bad_sigil(other)

  defp bad_sigil(pair) do
    raise ArgumentError,
          ":sigils must be a keyword list with a single letter atom as key and an " <>
            "anonymous function expecting two arguments as value, got: #{inspect(pair)}"
  end

  Kernel.Part.include("formatter/help.part.ex")
  Kernel.Part.include("formatter/comment.part.ex")
  Kernel.Part.include("formatter/expression.part.ex")
  Kernel.Part.include("formatter/operator.part.ex")
  Kernel.Part.include("formatter/call.part.ex")
  Kernel.Part.include("formatter/clause.part.ex")
  Kernel.Part.include("formatter/container.part.ex")
  Kernel.Part.include("formatter/literal.part.ex")
end
