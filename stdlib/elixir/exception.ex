# stdlib/elixir/exception.ex: what is common to all exceptions.
# Here: the behaviour, messages, normalising of Erlang's error reasons, text of stack traces
# and exits, blame.
# Parts: exception/exit.part.ex (exit reasons in words), exception/trace.part.ex (stack
# entries, places).
# Not here: the exceptions (a file each), ErlangError.normalize (erlang_error.ex).
defmodule Exception do
  @moduledoc """
  Shows, normalises and explains exceptions.

  Stack traces are only told about within the process that raised, at the time of
  handling: pass `__STACKTRACE__`.
  """

  require Kernel.Part

  @type t :: %{
          required(:__struct__) => module,
          required(:__exception__) => true,
          atom => any
        }
  @type kind :: :error | non_error_kind
  @type non_error_kind :: :exit | :throw | {:EXIT, pid}
  @type stacktrace :: [stacktrace_entry]
  @type stacktrace_entry ::
          {module, atom, arity_or_args, location}
          | {(... -> any), arity_or_args, location}
  @type arity_or_args :: non_neg_integer | list
  @type location :: keyword

  @doc "Makes the exception from what was given to `raise/2`."
  @callback exception(term) :: t

  @doc "Returns the exception's message."
  @callback message(t) :: String.t()

  @doc "Adds to an exception what its stack trace tells; for debugging, and dear."
  @callback blame(t, stacktrace) :: {t, stacktrace}

  @optional_callbacks [blame: 2]

  Kernel.Part.include("exception/trace.part.ex")
  Kernel.Part.include("exception/exit.part.ex")

  @doc false
  @deprecated "Use Kernel.is_exception/1 instead"
  def exception?(%{__exception__: true, __struct__: module}) when is_atom(module), do: true
  def exception?(_), do: false

  @doc """
  Returns the message of an exception, even if its own code for that fails.

  ## Examples

      iex> Exception.message(%RuntimeError{message: "oops"})
      "oops"
  """
  @spec message(t) :: String.t()
  def message(%module{__exception__: true} = exception) do
    try do
      module.message(exception)
    rescue
      caught ->
        "got #{inspect(caught.__struct__)} with message " <>
          "#{inspect(message(caught))} while retrieving Exception.message/1 " <>
          "for #{inspect(exception)}. Stacktrace:\n#{format_stacktrace(__STACKTRACE__)}"
    else
      result when is_binary(result) ->
        result

      result ->
        "got #{inspect(result)} while retrieving Exception.message/1 " <>
          "for #{inspect(exception)} (expected a string)"
    end
  end

  @doc """
  Turns an error reason of Erlang's kind into an exception; of other kinds it is kept.

  ## Examples

      iex> Exception.normalize(:error, :badarith)
      %ArithmeticError{}
      iex> Exception.normalize(:throw, :badarith)
      :badarith
  """
  @spec normalize(:error, any, stacktrace) :: t
  @spec normalize(non_error_kind, payload, stacktrace) :: payload when payload: var
  def normalize(kind, payload, stacktrace \\ [])

  def normalize(:error, %_{__exception__: true} = payload, _), do: payload
  def normalize(:error, payload, stacktrace), do: ErlangError.normalize(payload, stacktrace)
  def normalize(_kind, payload, _stacktrace), do: payload

  # What `rescue` binds: as the reference has it, an ErlangError comes without the words on its arguments.
  @doc false
  def __rescued__(%_{__exception__: true} = exception, _stacktrace), do: exception

  def __rescued__(payload, stacktrace) do
    case ErlangError.normalize(payload, stacktrace) do
      %{__struct__: ErlangError} = exception -> %{exception | reason: nil}
      exception -> exception
    end
  end

  @doc """
  Returns the banner of an exception, a throw or an exit: one line, or its message's lines.

  ## Examples

      iex> Exception.format_banner(:error, %RuntimeError{message: "oops"})
      "** (RuntimeError) oops"
      iex> Exception.format_banner(:throw, :ball)
      "** (throw) :ball"
  """
  @spec format_banner(kind, any, stacktrace) :: String.t()
  def format_banner(kind, exception, stacktrace \\ [])

  def format_banner(:error, exception, stacktrace) do
    exception = normalize(:error, exception, stacktrace)
    "** (" <> inspect(exception.__struct__) <> ") " <> message(exception)
  end

  def format_banner(:throw, reason, _stacktrace), do: "** (throw) " <> inspect(reason)

  def format_banner(:exit, reason, _stacktrace),
    do: "** (exit) " <> format_exit(reason, <<"\n    ">>)

  def format_banner({:EXIT, pid}, reason, _stacktrace),
    do: "** (EXIT from #{inspect(pid)}) " <> format_exit(reason, <<"\n    ">>)

  @doc """
  Returns banner and stack trace.

  ## Examples

      iex> Exception.format(:throw, :ball, [{Foo, :bar, 1, [file: 'a.ex', line: 3]}])
      "** (throw) :ball\\n    a.ex:3: Foo.bar/1\\n"
  """
  @spec format(kind, any, stacktrace) :: String.t()
  def format(kind, payload, stacktrace \\ [])

  def format({:EXIT, _} = kind, any, _), do: format_banner(kind, any)

  def format(kind, payload, stacktrace) do
    message = format_banner(kind, payload, stacktrace)

    case stacktrace do
      [] -> message
      _ -> message <> "\n" <> format_stacktrace(stacktrace)
    end
  end

  @doc false
  # What raise/1 names in the stack trace, for those who print errors in Erlang's way.
  def format_error(%module{} = exception, _stacktrace) do
    %{general: message(exception), reason: "#" <> Atom.to_string(module)}
  end

  @doc """
  Adds to an error what its stack trace tells: hints, the arguments, the clauses tried.

  ## Examples

      iex> {error, _} = Exception.blame(:error, %KeyError{key: :ab, term: %{abc: 1}}, [])
      iex> Exception.message(error) =~ "Did you mean"
      true
  """
  @doc since: "1.5.0"
  @spec blame(:error, any, stacktrace) :: {t, stacktrace}
  @spec blame(non_error_kind, payload, stacktrace) :: {payload, stacktrace} when payload: var
  def blame(kind, error, stacktrace)

  def blame(:error, error, stacktrace) do
    %module{} = struct = normalize(:error, error, stacktrace)

    if Code.ensure_loaded?(module) and function_exported?(module, :blame, 2),
      do: module.blame(struct, stacktrace),
      else: {struct, stacktrace}
  end

  def blame(_kind, reason, stacktrace), do: {reason, stacktrace}

  @doc """
  Tells which clauses of a function were tried and where each failed, or `:error`.

  It needs what the compiler kept of the function, and answers `:error` without.

  ## Examples

      iex> Exception.blame_mfa(:no_such_module, :foo, [1])
      :error
  """
  @doc since: "1.5.0"
  @spec blame_mfa(module, function :: atom, args :: [term]) ::
          {:ok, :def | :defp | :defmacro | :defmacrop, [{args :: [term], guards :: [term]}]}
          | :error
  def blame_mfa(module, function, args)
      when is_atom(module) and is_atom(function) and is_list(args),
      do: Exception.Blame.mfa(module, function, args)
end
