# stdlib/erlang/os.ex: the module :os, most of whose functions are natives.
# Here: finding programs, and what needs processes of the system. Not here: clock, environment and name of the
# system (runtime/os and runtime/time; vm/tables/natives.def says what each does).
defmodule :os do
  @moduledoc """
  The operating system: its clock, its environment, its name.

  ## Examples

      iex> is_list(:os.find_executable('sh'))
      true
      iex> :os.getenv('NO_SUCH_VARIABLE', 'none')
      'none'
  """

  @doc "The value of a variable of the environment, or `default`."
  def getenv(name, default) do
    case :os.getenv(name) do
      false -> default
      value -> value
    end
  end

  @doc """
  The path of a program, looked for in the folders of `PATH` or the given ones, separated by colons; `false` where
  there is none.

  ## Examples

      iex> :os.find_executable('no-such-program')
      false
  """
  def find_executable(name), do: find_executable(name, getenv('PATH', ''))

  def find_executable(name, path) do
    name = IO.chardata_to_string(name)

    found =
      if String.contains?(name, "/") do
        if executable?(Path.expand(name)), do: Path.expand(name)
      else
        path
        |> IO.chardata_to_string()
        |> String.split(":", trim: true)
        |> Enum.map(&Path.join(&1, name))
        |> Enum.find(&executable?/1)
      end

    if found, do: String.to_charlist(found), else: false
  end

  defp executable?(file) do
    case File.stat(file) do
      {:ok, %File.Stat{type: :regular, mode: mode}} -> :erlang.band(mode, 0o111) != 0
      _ -> false
    end
  end

  @doc "Runs a command of the shell. Needs OS processes, which come with `Port`."
  def cmd(command), do: cmd(command, %{})

  def cmd(_command, _options),
    do: raise("os:cmd needs Port, which this version of vial does not have yet")

  @doc "Says what a signal of the system does. Signals of the system come with `Port`."
  def set_signal(_signal, _how),
    do: raise("os:set_signal needs Port, which this version of vial does not have yet")
end
