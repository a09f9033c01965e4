# stdlib/kernel/kernel/special_forms.ex: the forms that the compiler itself knows, for those who look them up.
# Here: documentation. Not here: their meaning (compiler/expand).
# Holds: none of these macros is ever called; the compiler takes each form for itself.
defmodule Kernel.SpecialForms do
  @moduledoc """
  The forms that are not macros or functions but known to the compiler.

  Everything else in the language is written with them. They cannot be redefined, and they need no module
  before them: `case x do … end`, `fn x -> x end`, `%{a: 1}` are each one of them.

  ## Examples

      iex> case {:ok, 1} do
      ...>   {:ok, x} -> x
      ...>   :error -> 0
      ...> end
      1
  """

  @doc """
  Makes a tuple.

  ## Examples

      iex> {1, 2, 3}
      {1, 2, 3}
      iex> quote(do: {1, 2, 3})
      {:{}, [], [1, 2, 3]}
  """
  defmacro unquote(:{})(args), do: never(args)

  @doc """
  Makes a map, `%{key => value}`, or changes one, `%{map | key => value}`, whose keys must be there.

  As a pattern it matches every map that has the keys.

  ## Examples

      iex> %{%{a: 1, b: 2} | a: 3}
      %{a: 3, b: 2}
      iex> %{a: x} = %{a: 1, b: 2}
      iex> x
      1
  """
  defmacro unquote(:%{})(args), do: never(args)

  @doc """
  Makes or matches a struct: `%Name{field: value}`; `%name{}` as a pattern binds the name.

  ## Examples

      iex> %name{} = 1..2
      iex> name
      Range
  """
  defmacro unquote(:%)(struct, map), do: never([struct, map])

  @doc """
  Makes or matches a bitstring of segments: `<<value::type-size(n)-unit(n)-sign-endianness>>`.

  Types are `integer` (the default, 8 bits), `float` (64), `binary` and `bits` (all that is left, in patterns only as
  the last), `utf8`, `utf16`, `utf32`.

  ## Examples

      iex> <<1, 2::16>>
      <<1, 0, 2>>
      iex> <<n::4, rest::bits>> = <<0xAB>>
      iex> {n, rest}
      {10, <<11::4>>}
  """
  defmacro unquote(:<<>>)(args), do: never(args)

  @doc """
  Calls a function of a module, calls a function in a variable, reads a field of a map, or joins aliases.

  ## Examples

      iex> String.upcase("a")
      "A"
      iex> double = fn x -> 2 * x end
      iex> double.(2)
      4
      iex> %{a: 1}.a
      1
  """
  defmacro unquote(:.)(left, right), do: never([left, right])

  @doc """
  Gives a module a shorter name in what follows: the last part, or that of `:as`.

  ## Examples

      iex> alias String.Chars, as: Text
      iex> Text.to_string(1)
      "1"
  """
  defmacro alias(module, opts), do: never([module, opts])

  @doc """
  Makes sure that a module is loaded and lets its macros be called.

  ## Examples

      iex> require Integer
      iex> Integer.is_odd(3)
      true
  """
  defmacro require(module, opts), do: never([module, opts])

  @doc """
  Lets the functions and macros of a module be called without its name; `:only` and `:except` choose among them.

  ## Examples

      iex> import List, only: [flatten: 1]
      iex> flatten([1, [2]])
      [1, 2]
  """
  defmacro import(module, opts), do: never([module, opts])

  @doc """
  The environment of the code: a `Macro.Env`.

  ## Examples

      iex> __ENV__.context
      nil
  """
  defmacro __ENV__, do: never([])

  @doc "The module the code stands in, or `nil`."
  defmacro __MODULE__, do: never([])

  @doc "The folder of the file the code stands in."
  defmacro __DIR__, do: never([])

  @doc "The environment of the code that calls a macro; in macros only."
  defmacro __CALLER__, do: never([])

  @doc "The stack trace of the exception caught; in `rescue` and `catch` only."
  defmacro __STACKTRACE__, do: never([])

  @doc """
  In a pattern, the value of a variable instead of the variable.

  ## Examples

      iex> x = 1
      iex> match?(^x, 2)
      false
  """
  defmacro ^var, do: never(var)

  @doc """
  Matches a value with a pattern and binds the pattern's variables; raises `MatchError` when it does not fit.

  ## Examples

      iex> [a | _] = [1, 2]
      iex> a
      1
  """
  defmacro left = right, do: never([left, right])

  @doc "A type beside a value, in bitstrings and in type specifications."
  defmacro left :: right, do: never([left, right])

  @doc """
  The code of an expression as data.

  Options are `:unquote`, `:bind_quoted`, `:context`, `:line`, `:location` and `:generated`.

  ## Examples

      iex> quote(do: {1, x})
      {1, {:x, [], __MODULE__}}
  """
  defmacro quote(opts, block), do: never([opts, block])

  @doc """
  Puts code into the code that `quote/2` makes.

  ## Examples

      iex> value = 3
      iex> quote(do: f(unquote(value)))
      {:f, [], [3]}
  """
  defmacro unquote(:unquote)(expr), do: never(expr)

  @doc """
  Puts the elements of a list into the code that `quote/2` makes.

  ## Examples

      iex> values = [1, 2]
      iex> quote(do: f(unquote_splicing(values)))
      {:f, [], [1, 2]}
  """
  defmacro unquote(:unquote_splicing)(expr), do: never(expr)

  @doc """
  Goes through lists, maps and other enumerables, or bitstrings, and collects what the body gives.

  Generators are `pattern <- enumerable` and `<<pattern <- bitstring>>`; other expressions are filters. Options are
  `:into`, `:uniq` and `:reduce`.

  ## Examples

      iex> for x <- 1..4, rem(x, 2) == 0, do: x * x
      [4, 16]
      iex> for <<c <- "abc">>, into: "", do: <<c + 1>>
      "bcd"
      iex> for x <- [1, 2, 1], reduce: 0, do: (sum -> sum + x)
      4
  """
  defmacro for(args), do: never(args)

  @doc """
  Matches one thing after the other and gives the body's value, or the first value that does not match.

  ## Examples

      iex> with {:ok, a} <- {:ok, 1}, {:ok, b} <- :error, do: a + b
      :error
  """
  defmacro with(args), do: never(args)

  @doc """
  An anonymous function of one or more clauses.

  ## Examples

      iex> sign = fn
      ...>   x when x < 0 -> -1
      ...>   _ -> 1
      ...> end
      iex> sign.(-5)
      -1
  """
  defmacro unquote(:fn)(clauses), do: never(clauses)

  @doc """
  Several expressions as one, whose value is that of the last.

  ## Examples

      iex> quote(do: (1; 2))
      {:__block__, [], [1, 2]}
  """
  defmacro unquote(:__block__)(args), do: never(args)

  @doc """
  A function by name and arity, or made of an expression with `&1`, `&2`, ….

  ## Examples

      iex> Enum.map([1, 2], &(&1 * 2))
      [2, 4]
      iex> Enum.map([1, 2], &Integer.to_string/1)
      ["1", "2"]
  """
  defmacro &expr, do: never(expr)

  @doc "A module's name in code, by its parts: `Foo.Bar` is `{:__aliases__, _, [:Foo, :Bar]}`."
  defmacro unquote(:__aliases__)(args), do: never(args)

  @doc "Calls the definition that `defoverridable` put aside; in its replacement only."
  defmacro super(args), do: never(args)

  @doc """
  The body of the first clause whose pattern and guard fit; raises `CaseClauseError` when none does.

  ## Examples

      iex> case [1, 2] do
      ...>   [] -> :none
      ...>   [x | _] when x > 0 -> x
      ...> end
      1
  """
  defmacro case(condition, clauses), do: never([condition, clauses])

  @doc """
  The body of the first clause whose condition is neither `nil` nor `false`; raises `CondClauseError` when none is.

  ## Examples

      iex> cond do
      ...>   1 > 2 -> :no
      ...>   true -> :yes
      ...> end
      :yes
  """
  defmacro cond(clauses), do: never(clauses)

  @doc """
  Runs code and deals with what it raises, throws or exits with: `rescue`, `catch`, `else`, `after`.

  ## Examples

      iex> try do
      ...>   raise "oops"
      ...> rescue
      ...>   e in RuntimeError -> e.message
      ...> end
      "oops"
  """
  defmacro try(args), do: never(args)

  @doc """
  Takes the first message of the mailbox that a clause fits, waiting for one; `after` bounds the wait in milliseconds.

  ## Examples

      iex> send(self(), {:hello, 1})
      iex> receive do
      ...>   {:hello, x} -> x
      ...> after
      ...>   0 -> :none
      ...> end
      1
  """
  defmacro receive(args), do: never(args)

  defp never(_args), do: raise("special forms are expanded by the compiler and must not be invoked directly")
end
