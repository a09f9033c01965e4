# stdlib/ex_unit/ex_unit/case_template.ex: what several modules of tests have in common.
# Here: a module that other modules use in the place of ExUnit.Case.
defmodule ExUnit.CaseTemplate do
  @moduledoc """
  Templates for modules of tests: `setup`, `setup_all` and imports that they share.

      defmodule DataCase do
        use ExUnit.CaseTemplate

        using options do
          quote do
            import Helpers, only: unquote(options[:only] || [])
          end
        end

        setup do
          [data: [1, 2, 3]]
        end
      end

      defmodule SumTest do
        use DataCase, async: true

        test "sums", %{data: data} do
          assert Enum.sum(data) == 6
        end
      end

  The options of `use DataCase` are those of `use ExUnit.Case` too.
  """

  @doc false
  defmacro __using__(_) do
    quote do
      use ExUnit.Callbacks

      import ExUnit.Assertions
      import ExUnit.CaseTemplate
      import ExUnit.Case, only: []

      defmacro __using__(opts) do
        unquote(__MODULE__).__proxy__(__MODULE__, opts)
      end

      defoverridable __using__: 1
    end
  end

  @doc false
  # What `use` of a template puts into a module of tests.
  def __proxy__(template, opts) do
    quote do
      use ExUnit.Case, unquote(opts)
      @ex_unit_template unquote(template)
      setup_all context, do: @ex_unit_template.__ex_unit__(:setup_all, context)
      setup context, do: @ex_unit_template.__ex_unit__(:setup, context)
    end
  end

  @doc """
  Adds code to modules that use the template; `var` is a pattern for the options of `use`.

  ## Examples

      using do
        quote do
          alias MyApp.Factory
        end
      end
  """
  defmacro using(var \\ quote(do: _), do: block) do
    quote do
      defmacro __using__(unquote(var) = opts) do
        result = unquote(block)
        parent = unquote(__MODULE__).__proxy__(__MODULE__, opts)

        quote do
          unquote(parent)
          unquote(result)
        end
      end
    end
  end
end
