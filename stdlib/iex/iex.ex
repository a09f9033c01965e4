defmodule IEx do
  @moduledoc """
  The interactive session: `vial repl`, or bare `vial` on a terminal.

  An entry is compiled and run; its value is shown. Bindings, imports and aliases go on to the next entry. An
  error, or Ctrl-C, ends the entry and not the session. `h()` lists the helpers of `IEx.Helpers`, which are
  imported.

  ## .iex.exs

  A file of that name in the working directory, else in the home directory, is run first; what it binds and
  imports is there in the session.

  ## An example that grows

      IEx.configure(inspect: [limit: 5])
      IEx.configure(default_prompt: "%prefix(%counter)>", colors: [eval_result: [:cyan]])
  """

  @keys [:colors, :inspect, :width, :history_size, :default_prompt, :continuation_prompt, :alive_prompt, :alive_continuation_prompt, :dot_iex_path]

  @doc """
  Sets options of the session.

    * `:colors` - `[enabled: boolean, eval_result: ansi, eval_error: ansi, eval_info: ansi, syntax_colors:
      keyword | false]`;
    * `:inspect` - options of `Kernel.inspect/2` for values (`limit: 50`, `pretty: true`);
    * `:width` - columns for values (80, or those of the terminal if fewer);
    * `:history_size` - how many values `v/1` remembers (20; negative: all);
    * `:default_prompt`, `:continuation_prompt` - with `%prefix`, `%counter`, `%node`.
  """
  @spec configure(keyword) :: :ok
  def configure(options) do
    for {key, value} <- options do
      unless key in @keys, do: raise(ArgumentError, "unknown option #{inspect(key)} for IEx.configure/1")
      merged = if key in [:colors, :inspect], do: Keyword.merge(Application.get_env(:iex, key, []), value), else: value
      Application.put_env(:iex, key, merged)
    end

    :ok
  end

  @doc """
  The options that are set.
  """
  @spec configuration() :: keyword
  def configuration, do: Application.get_all_env(:iex) |> Keyword.take(@keys)

  @doc """
  Columns that values may take.
  """
  @spec width() :: pos_integer
  def width do
    columns = with {:ok, columns} <- :io.columns(), do: columns, else: (_ -> 80)
    Application.get_env(:iex, :width) || min(columns, 80)
  end

  @doc """
  Options that values are shown with.
  """
  @spec inspect_opts() :: keyword
  def inspect_opts do
    [width: width(), pretty: true]
    |> Keyword.merge(Application.get_env(:iex, :inspect, []))
    |> Keyword.put_new_lazy(:syntax_colors, fn -> if colors_enabled?(), do: syntax_colors(), else: [] end)
  end

  defp syntax_colors do
    case Keyword.get(colors(), :syntax_colors) do
      nil -> [reset: [:reset, :yellow]] ++ IO.ANSI.syntax_colors()
      false -> []
      colors -> colors
    end
  end

  defp colors, do: Application.get_env(:iex, :colors, [])
  defp colors_enabled?, do: Keyword.get_lazy(colors(), :enabled, &IO.ANSI.enabled?/0)

  @default_colors [eval_result: :yellow, eval_error: :red, eval_info: :normal, eval_interrupt: :yellow, doc_title: [:reverse, :yellow, :bright], doc_code: :cyan, stack_info: :red]

  @doc """
  `text` in the colour that stands for `color`, where colours are on.
  """
  @spec color(atom, String.t()) :: String.t()
  def color(color, text) do
    case Keyword.get(colors(), color, Keyword.get(@default_colors, color)) do
      ansi when ansi in [nil, :normal, false] -> text
      ansi -> [List.wrap(ansi), text, :reset] |> IO.ANSI.format(colors_enabled?()) |> IO.iodata_to_binary()
    end
  end

  @doc """
  What an entry gives that is not to be shown.
  """
  @spec dont_display_result() :: :"do not show this result in output"
  def dont_display_result, do: :"do not show this result in output"

  @doc """
  Whether a session is open.
  """
  @spec started?() :: boolean
  def started?, do: Application.get_env(:iex, :started, false)

  @doc """
  Calls `fun` in the process of entries when it starts.
  """
  @spec after_spawn((-> any)) :: :ok
  def after_spawn(fun) when is_function(fun, 0) do
    Application.put_env(:iex, :after_spawn, [fun | after_spawn()])
    :ok
  end

  @doc """
  The functions given to `after_spawn/1`.
  """
  @spec after_spawn() :: [fun]
  def after_spawn, do: Application.get_env(:iex, :after_spawn, [])

  @doc """
  Stops the process here and offers the session to it: its variables, aliases and imports are there, and entries
  run in the process. `continue()` or Ctrl-D goes on with the program, `whereami()` shows the place.

  `:ok`; `{:error, :refused}` if the offer was refused, `{:error, :no_iex}` where there is no session.
  """
  defmacro pry do
    quote do
      IEx.Server.pry(Kernel.binding(), __ENV__)
    end
  end

  @doc """
  Stops at a function: not in this version, which says so.
  """
  defmacro break!(_call, _stops \\ 1), do: raise(ArgumentError, "break! needs the debugger, which this version does not have; use IEx.pry()")

  @doc false
  def break!(_module, _function, _arity, _stops), do: raise(ArgumentError, "break! needs the debugger, which this version does not have; use IEx.pry()")
end
