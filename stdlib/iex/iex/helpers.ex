defmodule IEx.Helpers do
  @moduledoc """
  What a session has at hand, imported in each.

    * `h()`, `h(Enum.map)` - this text; documentation of a module, function or macro
    * `i(term)` - what a term is: its type, its protocols, where it comes from
    * `v()`, `v(n)` - the last value; the value of entry n, counted from the end if negative
    * `b(Module)`, `t(Module)` - callbacks of a behaviour; types of a module
    * `exports(Module)` - its functions and macros
    * `c("file.ex")`, `r(Module)`, `l(Module)` - compile files; compile a module's file again; load a module again
    * `import_file("file.exs")` - run a file with the session's bindings
    * `pwd()`, `ls()`, `cd("..")` - the working directory
    * `flush()` - show and take the messages of this process
    * `pid("0.1.0")`, `ref("0.1.2.3")`, `port(...)` - identifiers from their text
    * `continue()`, `whereami()` - on after `IEx.pry`; where that is
    * `runtime_info()`, `clear()`, `respawn()` - the machine; the screen; a new process without bindings

  Tab completes, Ctrl-R searches the history, Ctrl-C stops what runs. A line that begins with `|>` goes on with
  the last value. `#iex:break` on a line of its own ends an entry that is not complete.
  """

  @doc """
  Shows the list of helpers.
  """
  def h, do: IEx.Introspection.h(IEx.Helpers)

  @doc """
  Shows the documentation of a module, a function or a macro.

  ## Examples

      h(Enum)
      h(Enum.map/2)
      h(def)
  """
  defmacro h(term) do
    quote do: IEx.Introspection.h(unquote(IEx.Introspection.decompose(term, __CALLER__)))
  end

  @doc """
  Shows the callbacks of a behaviour.
  """
  defmacro b(term) do
    quote do: IEx.Introspection.b(unquote(IEx.Introspection.decompose(term, __CALLER__)))
  end

  @doc """
  Shows the types of a module.
  """
  defmacro t(term) do
    quote do: IEx.Introspection.t(unquote(IEx.Introspection.decompose(term, __CALLER__)))
  end

  @doc """
  Shows the functions and macros of a module.
  """
  def exports(module \\ Kernel) do
    all = module.module_info(:exports) |> Enum.map(fn {name, arity} -> {Atom.to_string(name), arity} end)

    names =
      for {name, arity} <- all, name not in ["module_info", "__info__", "behaviour_info"] do
        case name do
          "MACRO-" <> macro -> "#{macro}/#{arity - 1}"
          name -> "#{name}/#{arity}"
        end
      end

    columns(Enum.sort(names))
  end

  defp columns([]), do: dont_display_result()

  defp columns(names) do
    widest = (names |> Enum.map(&String.length/1) |> Enum.max()) + 4
    fit = max(div(IEx.width(), widest), 1)

    names
    |> Enum.chunk_every(fit)
    |> Enum.each(fn row -> row |> Enum.map(&String.pad_trailing(&1, widest)) |> Enum.join() |> String.trim_trailing() |> IO.puts() end)

    dont_display_result()
  end

  defp dont_display_result, do: IEx.dont_display_result()

  @doc """
  The value of entry `n`; of the entry before, or counted from the end, if negative.
  """
  def v(n \\ -1) do
    %{history: history, counter: counter} = Process.get(:iex_state) || raise "v/1 works in a session only"
    wanted = if n < 0, do: counter + n, else: n

    case if(n < 0, do: Enum.at(history, -n - 1), else: List.keyfind(history, wanted, 0)) do
      {_, value} -> value
      nil when history == [] -> raise "v(#{n}) is out of bounds"
      nil -> raise "v(#{n}) is out of bounds, the currently preserved history ranges from #{from(history)} to #{counter - 1} (or use negative numbers to look from the end)"
    end
  end

  defp from([]), do: 1
  defp from(history), do: history |> List.last() |> elem(0)

  @doc """
  Shows what a term is.
  """
  def i(term \\ v(-1)) do
    info = [{"Term", inspect(term, Keyword.put(IEx.inspect_opts(), :limit, 20))} | IEx.Info.info(term)]
    implemented = {"Implemented protocols", IEx.Introspection.protocols(term)}

    for {title, text} <- info ++ [implemented], text = to_string(text), text != "" do
      IO.puts([IEx.color(:eval_result, title), "\n  ", String.replace(text, "\n", "\n  ")])
    end

    dont_display_result()
  end

  @doc """
  Compiles files; the modules are loaded, and written to the folder `path` if it is given. The modules.
  """
  def c(files, path \\ :in_memory) do
    {files, missing} = files |> List.wrap() |> Enum.map(&to_string/1) |> Enum.split_with(&File.regular?/1)
    if missing != [], do: raise(ArgumentError, "could not find files #{Enum.join(missing, ", ")}")

    result =
      case path do
        :in_memory -> Kernel.ParallelCompiler.compile(files)
        path -> Kernel.ParallelCompiler.compile_to_path(files, path)
      end

    case result do
      {:ok, modules, _} -> modules
      {:error, _, _} -> raise CompileError
    end
  end

  @doc """
  Compiles again the files that the modules come from: `{:reloaded, modules}`.
  """
  def r(modules) do
    files = modules |> List.wrap() |> Enum.map(&source/1) |> Enum.uniq()
    {:reloaded, c(files)}
  end

  defp source(module) do
    unless Code.ensure_loaded?(module), do: raise(ArgumentError, "could not load nor find module: #{inspect(module)}")
    source = module.module_info(:compile)[:source]
    file = source && to_string(source)
    if file && File.regular?(file), do: file, else: raise(ArgumentError, "could not find source for module: #{inspect(module)}")
  end

  @doc """
  Loads a module again from where it was found.
  """
  def l(module) do
    :code.purge(module)
    :code.delete(module)

    case Code.ensure_loaded(module) do
      {:module, _} = loaded -> loaded
      {:error, _} = error -> error
    end
  end

  @doc """
  Compiles a project again: there is no project in a session of `vial repl`.
  """
  def recompile(_options \\ []) do
    IO.puts(IEx.color(:eval_error, "Mix is not running: recompile() needs a project, and a session does not read one. Use c(\"file.ex\") or r(Module)"))
    :error
  end

  @doc """
  Runs a file with the session's bindings, imports and aliases; what it binds stays.
  """
  defmacro import_file(path) when is_binary(path), do: quoted_file(path)
  defmacro import_file(_), do: raise(ArgumentError, "import_file/1 expects a literal binary as its argument")

  @doc """
  As `import_file/1`; nothing when there is no such file.
  """
  defmacro import_file_if_available(path) when is_binary(path) do
    if path |> Path.expand() |> File.exists?(), do: quoted_file(path)
  end

  defp quoted_file(path) do
    path = Path.expand(path)
    path |> File.read!() |> Code.string_to_quoted!(file: path)
  end

  @doc """
  Imports a module if there is one.
  """
  defmacro import_if_available(module, options \\ []) do
    name = Macro.expand(module, __CALLER__)
    if Code.ensure_loaded?(name), do: quote(do: import(unquote(name), unquote(options)))
  end

  @doc """
  Uses a module if there is one.
  """
  defmacro use_if_available(module, options \\ []) do
    name = Macro.expand(module, __CALLER__)
    if Code.ensure_loaded?(name), do: quote(do: use(unquote(name), unquote(options)))
  end

  @doc """
  Shows the working directory.
  """
  def pwd do
    IO.puts(IEx.color(:eval_info, File.cwd!()))
    dont_display_result()
  end

  @doc """
  Changes the working directory.
  """
  def cd(directory) when is_binary(directory) do
    case File.cd(Path.expand(directory)) do
      :ok -> pwd()
      {:error, _} -> IO.puts(IEx.color(:eval_error, "No directory #{directory}"))
    end

    dont_display_result()
  end

  @doc """
  Shows what is in a directory.
  """
  def ls(path \\ ".") when is_binary(path) do
    case File.ls(Path.expand(path)) do
      {:ok, names} -> names |> Enum.sort() |> Enum.map(&if(File.dir?(Path.join(path, &1)), do: &1 <> "/", else: &1)) |> columns()
      {:error, :enotdir} -> IO.puts(IEx.color(:eval_info, Path.absname(path)))
      {:error, _} -> IO.puts(IEx.color(:eval_error, "No such file or directory #{path}"))
    end

    dont_display_result()
  end

  @doc """
  Shows the messages of this process and takes them out of its mailbox.
  """
  def flush do
    receive do
      message ->
        IO.puts(inspect(message, IEx.inspect_opts()))
        flush()
    after
      0 -> :ok
    end
  end

  @doc """
  The pid with this text, or these three numbers.
  """
  def pid(text) when is_binary(text), do: :erlang.list_to_pid('<' ++ String.to_charlist(text) ++ '>')
  def pid(x, y, z) when is_integer(x) and is_integer(y) and is_integer(z), do: pid("#{x}.#{y}.#{z}")

  @doc """
  The reference with this text, or these four numbers.
  """
  def ref(text) when is_binary(text), do: :erlang.list_to_ref('#Ref<' ++ String.to_charlist(text) ++ '>')
  def ref(w, x, y, z), do: ref("#{w}.#{x}.#{y}.#{z}")

  @doc """
  The port with this text.
  """
  def port(text) when is_binary(text), do: :erlang.list_to_port('#Port<' ++ String.to_charlist(text) ++ '>')
  def port(major, minor), do: port("#{major}.#{minor}")

  @doc """
  Clears the screen.
  """
  def clear do
    if IO.ANSI.enabled?(), do: IO.write([IO.ANSI.home(), IO.ANSI.clear()]), else: IO.puts("Cannot clear the screen because ANSI escape codes are not enabled on this shell")
    dont_display_result()
  end

  @doc """
  Ends the process that runs the entries; another one begins without bindings.
  """
  def respawn, do: exit({:iex, :respawn})

  @doc """
  Goes on with the program that called `IEx.pry`.
  """
  def continue, do: exit({:iex, :continue})

  @doc """
  Shows where `IEx.pry` stopped, and `radius` lines of the source on each side.
  """
  def whereami(radius \\ 2) when is_integer(radius) and radius > 0 do
    case Process.get(:iex_state) do
      %{place: %{} = place} ->
        IO.puts([IEx.color(:eval_interrupt, "Location: #{IEx.Pry.location(place)}"), IEx.Pry.around(place, radius)])

      _ ->
        IO.puts(IEx.color(:eval_error, "Pry session is not currently enabled"))
    end

    dont_display_result()
  end

  @doc """
  Stops at a function: not in this version, which says so.
  """
  defmacro break!(_call, _stops \\ 1), do: quote(do: IEx.break!(nil, nil, nil, 1))

  @doc """
  As `break!/2`.
  """
  def break!(module, function, arity, stops \\ 1), do: IEx.break!(module, function, arity, stops)

  @doc """
  Shows the breakpoints: there are none without `break!/2`.
  """
  def breaks do
    IO.puts(IEx.color(:eval_info, "No breakpoints set"))
    dont_display_result()
  end

  @doc """
  Takes all breakpoints away, or those of a module.
  """
  def remove_breaks, do: :ok
  def remove_breaks(module) when is_atom(module), do: :ok

  @doc """
  Has a breakpoint no longer stop: `:not_found`, for there are none.
  """
  def reset_break(id) when is_integer(id), do: :not_found
  def reset_break(module, function, arity) when is_atom(module) and is_atom(function) and is_integer(arity), do: :not_found

  @doc """
  Shows what the machine is doing.
  """
  def runtime_info do
    memory = :erlang.memory()
    megabytes = fn key -> "#{Float.round(Keyword.get(memory, key, 0) / 1_048_576, 1)} MiB" end

    lines = [
      {"Version", "Elixir #{System.version()} compatible"},
      {"Schedulers", :erlang.system_info(:schedulers_online)},
      {"Processes", "#{:erlang.system_info(:process_count)} of #{:erlang.system_info(:process_limit)}"},
      {"Atoms", :erlang.system_info(:atom_count)},
      {"Memory", "#{megabytes.(:total)} (processes #{megabytes.(:processes)}, binaries #{megabytes.(:binary)})"},
      {"Uptime", "#{div(elem(:erlang.statistics(:wall_clock), 0), 1000)} s"}
    ]

    for {title, text} <- lines, do: IO.puts([IEx.color(:eval_result, String.pad_trailing(title, 12)), to_string(text)])
    dont_display_result()
  end
end
