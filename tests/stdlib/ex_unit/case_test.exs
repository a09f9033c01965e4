# tests/stdlib/ex_unit/case_test.exs: tags, contexts, setup, templates, processes of a test.
ExUnit.start()

defmodule CaseTest.Template do
  use ExUnit.CaseTemplate

  using options do
    quote do
      @level unquote(options[:level])
      def level, do: @level
    end
  end

  setup_all do
    {:ok, from_template_all: self()}
  end

  setup context do
    %{from_template: context.from_template_all}
  end
end

defmodule CaseTest.TemplateTest do
  use CaseTest.Template, async: true, level: 3

  setup %{from_template: pid} do
    [later: is_pid(pid)]
  end

  test "a template's setup comes first", context do
    assert context.later
    assert context.from_template == context.from_template_all
    assert context.from_template != self()
    assert context.async
  end

  test "its options are there" do
    assert level() == 3
  end
end

defmodule CaseTest do
  use ExUnit.Case, async: true

  @moduletag :of_module
  @moduletag level: 1

  ExUnit.Case.register_attribute(__MODULE__, :fixtures, accumulate: true)
  ExUnit.Case.register_describe_attribute(__MODULE__, :group)
  ExUnit.Case.register_module_attribute(__MODULE__, :whole)
  @whole :all

  setup_all :first_all
  setup_all [:second_all]

  setup :named
  setup [:one, :two]

  setup %{test: name} do
    {:ok, %{name: name}}
  end

  defp first_all(context) do
    assert context.module == __MODULE__
    [order: [:first_all]]
  end

  defp second_all(%{order: order}), do: {:ok, order: [:second_all | order]}
  defp named(%{order: order}), do: %{order: [:named | order]}
  defp one(%{order: order}), do: {:ok, %{order: [:one | order]}}
  defp two(_), do: :ok

  test "callbacks run in order and add to the context", context do
    assert context.order == [:one, :named, :second_all, :first_all]
    assert context.name == :"test callbacks run in order and add to the context"
    assert context.case == __MODULE__
  end

  @tag :here
  @tag level: 2, other: 3
  test "nearer tags win", context do
    assert %{of_module: true, level: 2, here: true, other: 3} = context
    assert context.line == __ENV__.line - 2
    assert Path.basename(context.file) == "case_test.exs"
  end

  test "tags belong to one test", context do
    assert context.level == 1
    refute Map.has_key?(context, :here)
  end

  @fixtures :user
  @fixtures {:post, 1}
  test "registered attributes", context do
    assert context.registered.fixtures == [{:post, 1}, :user]
    assert context.registered.whole == :all
  end

  test "are cleared", %{registered: registered} do
    assert registered.fixtures == []
  end

  describe "a block" do
    @describetag :grouped
    @describetag level: 5
    @group :g

    setup do
      [inner: true]
    end

    @tag level: 6
    test "has its own setup and tags", context do
      assert %{inner: true, grouped: true, level: 6, describe: "a block"} = context
      assert context.test == :"test a block has its own setup and tags"
      assert context.registered.group == :g
    end

    test "keeps them", context do
      assert context.level == 5
    end
  end

  describe "another" do
    test "has none of them", context do
      refute Map.has_key?(context, :inner)
      refute Map.has_key?(context, :grouped)
      assert context.registered.group == nil
    end
  end

  for {left, right, sum} <- [{1, 2, 3}, {2, 3, 5}] do
    @left left
    test "#{left} + #{right} is #{sum}" do
      assert @left + unquote(right) == unquote(sum)
    end
  end

  @tag :tmp_dir
  test "a folder of its own", %{tmp_dir: folder} do
    assert File.ls!(folder) == []
    File.write!(Path.join(folder, "a"), "")
    on_exit(fn -> File.rm_rf!(Path.join(folder, "../..")) end)
  end

  @tag tmp_dir: "inner"
  test "a folder with a name", %{tmp_dir: folder} do
    assert Path.basename(folder) == "inner"
    assert File.dir?(folder)
  end

  test "a test is seeded" do
    assert :rand.export_seed() != :undefined
  end

  test "processes of a test" do
    pid = start_supervised!({Agent, fn -> 1 end})
    assert Agent.get(pid, & &1) == 1
    assert {:error, {:duplicate_child_name, Agent}} = start_supervised({Agent, fn -> 2 end})
    other = start_supervised!({Agent, fn -> 2 end}, id: :other)
    assert Agent.get(other, & &1) == 2
    assert stop_supervised(Agent) == :ok
    refute Process.alive?(pid)
    assert stop_supervised(Agent) == {:error, :not_found}
    assert_raise RuntimeError, ~r/could not stop child ID Agent/, fn -> stop_supervised!(Agent) end
    linked = start_link_supervised!({Agent, fn -> 3 end}, id: :linked)
    {:links, links} = Process.info(self(), :links)
    assert linked in links
    assert {:ok, _} = ExUnit.fetch_test_supervisor()
  end

  test "what is for tests only" do
    task =
      Task.async(fn ->
        assert_raise ArgumentError, fn -> on_exit(fn -> :ok end) end
        assert_raise ArgumentError, fn -> start_supervised({Agent, fn -> 1 end}) end
        ExUnit.fetch_test_supervisor()
      end)

    assert Task.await(task) == :error
  end
end

defmodule CaseTest.ErrorsTest do
  use ExUnit.Case, async: true

  defp message(code) do
    Code.eval_string("defmodule #{inspect(__MODULE__)}.M#{System.unique_integer([:positive])} do\n use ExUnit.Case\n#{code}\nend")
    nil
  rescue
    error -> Exception.message(error)
  end

  test "wrong use is told" do
    assert message("test(\"a\") do\n end\n test(\"a\") do\n end") =~ ~r/^"test a" is already defined in /
    assert message("describe(\"a\") do\n end\n describe(\"a\") do\n end") =~ ~r/^describe "a" is already defined in /
    assert message("describe(\"a\") do\n describe(\"b\") do\n end\n end") =~ ~r/cannot call "describe" inside another "describe"/
    assert message("describe(\"a\") do\n setup_all do\n :ok\n end\n end") =~ ~r/cannot invoke setup_all/
    assert message("@tag file: 1\n test(\"b\") do\n end") == "cannot set tag :file because it is reserved by ExUnit"
    assert message("describe(:a) do\n end") == "describe name must be a string, got: :a"
    assert message("setup 1") =~ "setup/setup_all expect a callback name as an atom"
  end
end
