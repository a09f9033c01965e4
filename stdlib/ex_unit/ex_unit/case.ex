# stdlib/ex_unit/ex_unit/case.ex: modules of tests.
# Here: use ExUnit.Case, test, describe, tags.
# Not here: setup (ExUnit.Callbacks), running (ExUnit.Runner).
# Holds: a test is a public function of one argument, named with its type, its describe block and its
# name; __ex_unit__/0 lists the tests, the last defined first.
defmodule ExUnit.Case do
  @moduledoc """
  Modules of tests.

      defmodule StackTest do
        use ExUnit.Case, async: true

        setup do
          [stack: [1, 2]]
        end

        describe "push" do
          @tag :quick
          test "puts on top", %{stack: stack} do
            assert hd([3 | stack]) == 3
          end
        end
      end

  With `async: true` the module's tests run at the same time as those of other such modules; tests of one
  module never do. A test gets the **context**, a map of what `setup` answered and of its tags.

  ## Tags

  `@tag name: value` or `@tag :name` (which is `name: true`) before a test, `@describetag` in a `describe`
  block and `@moduletag` in a module, after `use`, mark tests. Nearer ones win.

  Every test has `:module`, `:file`, `:line`, `:test`, `:describe`, `:describe_line`, `:async`, `:registered`
  and `:test_type`. These change how a test runs:

    * `:skip` - do not run it; the value may be the reason
    * `:timeout` - in milliseconds, or `:infinity` (60,000)
    * `:tmp_dir` - makes an empty folder `tmp/<module>/<test>` and puts its path into the context;
      a string is the name of a folder inside of it
    * `:capture_log` - shows what is logged only if the test fails

  ## Filters

  `ExUnit.configure(exclude: [:slow], include: [os: "unix"])`, or `--exclude slow --include os:unix` of
  `vial test`, choose by tags: all tests run, but those excluded and not included. `--only` excludes all
  tests and includes some.
  """

  @type env :: module | Macro.Env.t()

  @reserved [:module, :file, :line, :test, :async, :registered, :describe]
  @attributes [:ex_unit_module_attributes, :ex_unit_describe_attributes, :ex_unit_test_attributes]
  @name_limit 255

  @doc false
  defmacro __using__(opts) do
    unless Process.whereis(ExUnit.Server) do
      raise "cannot use ExUnit.Case without starting the ExUnit application, " <>
              "please call ExUnit.start() or explicitly start the :ex_unit app"
    end

    quote do
      if ExUnit.Case.__register__(__MODULE__, unquote(opts)) do
        use ExUnit.Callbacks
      end

      import ExUnit.Callbacks
      import ExUnit.Assertions
      import ExUnit.Case, only: [describe: 2, test: 1, test: 2, test: 3]
      import ExUnit.DocTest
    end
  end

  @doc false
  # Whether the module uses it for the first time: a template has used it perhaps.
  def __register__(module, opts) do
    unless Keyword.keyword?(opts) do
      raise ArgumentError,
            ~s(the argument passed to "use ExUnit.Case" must be a list of options, got: #{inspect(opts)})
    end

    first? = not Module.has_attribute?(module, :ex_unit_tests)

    if first? do
      for name <- [:ex_unit_tests, :tag, :describetag, :moduletag | @attributes] do
        if name in [:tag, :describetag, :moduletag] and Module.has_attribute?(module, name), do: raise_too_early()
        Module.register_attribute(module, name, accumulate: true)
      end

      Module.register_attribute(module, :ex_unit_async, persist: true)
      Module.put_attribute(module, :before_compile, __MODULE__)
      Module.put_attribute(module, :after_compile, __MODULE__)
      Module.put_attribute(module, :ex_unit_async, false)
      Module.put_attribute(module, :ex_unit_used_describes, %{})
    end

    if Keyword.has_key?(opts, :async), do: Module.put_attribute(module, :ex_unit_async, opts[:async])
    first?
  end

  defp raise_too_early do
    raise "you must set @tag, @describetag, and @moduletag after the call to \"use ExUnit.Case\""
  end

  # -- tests and describe blocks --------------------------------------------------------------------------------

  @doc """
  Defines a test; `var` is a pattern for the context.

  ## Examples

      test "is true" do
        assert true
      end

      test "knows its name", %{test: name} do
        assert name == :"test knows its name"
      end
  """
  defmacro test(message, var \\ quote(do: _), contents) do
    # The test is not the last call of its function, or it would be missing in stack traces.
    contents =
      case contents do
        [do: block] ->
          quote do
            unquote(block)
            :ok
          end

        _ ->
          quote do
            try(unquote(contents))
            :ok
          end
      end

    %{module: module, file: file, line: line} = __CALLER__

    quote bind_quoted: [
            var: Macro.escape(var, unquote: true),
            contents: Macro.escape(contents, unquote: true),
            message: message,
            module: module,
            file: file,
            line: line
          ] do
      name = ExUnit.Case.register_test(module, file, line, :test, message, [])
      def unquote(name)(unquote(var)), do: unquote(contents)
    end
  end

  @doc """
  Defines a test that is still to be written: it fails, and is tagged `:not_implemented`.

  ## Examples

      test "will come"
  """
  defmacro test(message) do
    %{module: module, file: file, line: line} = __CALLER__

    quote bind_quoted: [message: message, module: module, file: file, line: line] do
      name = ExUnit.Case.register_test(module, file, line, :test, message, [:not_implemented])
      def unquote(name)(_), do: ExUnit.Assertions.flunk("Not implemented")
    end
  end

  @doc """
  Groups tests under a name, with their own `setup`; blocks do not nest.

  ## Examples

      describe "String.length/1" do
        test "counts graphemes" do
          assert String.length("é") == 1
        end
      end
  """
  defmacro describe(message, do: block) do
    quote do
      ExUnit.Case.__describe__(__MODULE__, unquote(__CALLER__.line), unquote(message))

      try do
        unquote(block)
      after
        ExUnit.Case.__end_describe__(__MODULE__)
      end
    end
  end

  @doc false
  def __describe__(module, line, message) do
    if Module.get_attribute(module, :ex_unit_describe) do
      raise "cannot call \"describe\" inside another \"describe\". See the documentation " <>
              "for ExUnit.Case.describe/2 on named setups and how to handle hierarchies"
    end

    if Module.get_attribute(module, :describetag) != [], do: raise("@describetag must be set inside describe/2 blocks")
    used = Module.get_attribute(module, :ex_unit_used_describes)

    cond do
      not is_binary(message) ->
        raise ArgumentError, "describe name must be a string, got: #{inspect(message)}"

      is_map_key(used, message) ->
        raise ExUnit.DuplicateDescribeError, "describe #{inspect(message)} is already defined in #{inspect(module)}"

      true ->
        Module.put_attribute(module, :ex_unit_used_describes, Map.put(used, message, true))
        ExUnit.Callbacks.__describe__(module, line, message)
    end
  end

  @doc false
  def __end_describe__(module) do
    Module.delete_attribute(module, :describetag)
    for name <- Module.get_attribute(module, :ex_unit_describe_attributes), do: Module.delete_attribute(module, name)
    if Module.get_attribute(module, :ex_unit_describe), do: ExUnit.Callbacks.__end_describe__(module)
  end

  @doc false
  defmacro __before_compile__(env) do
    tests = Module.get_attribute(env.module, :ex_unit_tests)

    quote do
      @doc false
      def __ex_unit__ do
        %ExUnit.TestModule{file: unquote(absolute(env.file)), name: __MODULE__, tests: unquote(Macro.escape(tests))}
      end
    end
  end

  @doc false
  def __after_compile__(%{module: module}, _bytecode) do
    if Module.get_attribute(module, :ex_unit_async),
      do: ExUnit.Server.add_async_module(module),
      else: ExUnit.Server.add_sync_module(module)
  end

  # -- registering ----------------------------------------------------------------------------------------------

  @doc false
  @deprecated "Use register_test/6 instead"
  def register_test(%{module: module, file: file, line: line}, test_type, name, tags) do
    register_test(module, file, line, test_type, name, tags)
  end

  @doc """
  Registers a test of any type, for libraries that define macros such as `property`.

  Answers the name of the function to define, which takes the context. In the summary the type stands in its
  plural, see `ExUnit.plural_rule/2`.
  """
  @doc since: "1.11.0"
  def register_test(module, file, line, test_type, name, tags) do
    unless Module.has_attribute?(module, :ex_unit_tests) do
      raise "cannot define #{test_type}. Please make sure you have invoked \"use ExUnit.Case\" in the current module"
    end

    file = absolute(file)

    registered =
      for attribute <- @attributes, key <- Module.get_attribute(module, attribute), into: %{} do
        {key, Module.get_attribute(module, key)}
      end

    {name, describe, describe_line, describetags} =
      case Module.get_attribute(module, :ex_unit_describe) do
        {describe_line, describe} ->
          name = test_name("#{test_type} #{describe} #{name}")
          {name, describe, describe_line, Module.get_attribute(module, :describetag)}

        nil ->
          {test_name("#{test_type} #{name}"), nil, nil, []}
      end

    if Module.defines?(module, {name, 1}) do
      raise ExUnit.DuplicateTestError, ~s("#{name}" is already defined in #{inspect(module)})
    end

    tags =
      (tags ++ Module.get_attribute(module, :tag) ++ describetags ++ Module.get_attribute(module, :moduletag))
      |> normalize_tags()
      |> checked_tags()
      |> Map.merge(%{
        line: line,
        file: file,
        registered: registered,
        async: Module.get_attribute(module, :ex_unit_async) || false,
        describe: describe,
        describe_line: describe_line
      })
      |> Map.put_new(:test_type, test_type)

    test = %ExUnit.Test{name: name, case: module, module: module, tags: tags}
    Module.put_attribute(module, :ex_unit_tests, test)

    for attribute <- [:tag | Module.get_attribute(module, :ex_unit_test_attributes)] do
      Module.delete_attribute(module, attribute)
    end

    name
  end

  # A test may change the folder that names are relative to.
  defp absolute(file), do: if(File.regular?(file), do: Path.expand(file), else: file)

  defp test_name(name) do
    String.to_atom(name)
  rescue
    SystemLimitError ->
      raise SystemLimitError, """
      the computed name of a test (which includes its type, the name of its parent describe block \
      if present, and the test name itself) must be shorter than #{@name_limit} characters, got: #{inspect(name)}
      """
  end

  # Nearer tags come first in the list, and win.
  defp normalize_tags(tags) do
    Enum.reduce(Enum.reverse(tags), %{}, fn
      tag, acc when is_atom(tag) -> Map.put(acc, tag, true)
      tag, acc when is_list(tag) or is_map(tag) -> Enum.into(tag, acc)
      {name, value}, acc -> Map.put(acc, name, value)
    end)
  end

  defp checked_tags(tags) do
    for tag <- @reserved, is_map_key(tags, tag) do
      raise "cannot set tag #{inspect(tag)} because it is reserved by ExUnit"
    end

    unless is_atom(tags[:test_type]), do: raise("value for tag \":test_type\" must be an atom")
    tags
  end

  @doc """
  Registers an attribute whose value each test finds in `context.registered`; it is cleared after a test.

  ## Examples

      ExUnit.Case.register_attribute(__MODULE__, :fixtures, accumulate: true)

      @fixtures :user
      test "has a user", %{registered: %{fixtures: fixtures}} do
        assert fixtures == [:user]
      end
  """
  @spec register_attribute(env, atom, keyword) :: :ok
  def register_attribute(env, name, opts \\ []), do: register(env, name, :ex_unit_test_attributes, opts)

  @doc """
  As `register_attribute/3`, cleared after a `describe` block.
  """
  @doc since: "1.10.0"
  @spec register_describe_attribute(env, atom, keyword) :: :ok
  def register_describe_attribute(env, name, opts \\ []), do: register(env, name, :ex_unit_describe_attributes, opts)

  @doc """
  As `register_attribute/3`, for all tests of a module.
  """
  @doc since: "1.10.0"
  @spec register_module_attribute(env, atom, keyword) :: :ok
  def register_module_attribute(env, name, opts \\ []), do: register(env, name, :ex_unit_module_attributes, opts)

  defp register(%{module: module}, name, kind, opts), do: register(module, name, kind, opts)

  defp register(module, name, kind, opts) when is_atom(module) and is_atom(name) do
    for attribute <- @attributes, name in Module.get_attribute(module, attribute) do
      raise ArgumentError, "cannot register attribute #{inspect(name)} multiple times"
    end

    Module.register_attribute(module, name, opts)
    Module.put_attribute(module, kind, name)
    :ok
  end
end
