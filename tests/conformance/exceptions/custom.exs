# One's own exceptions.
defmodule MyError do
  defexception [:code, message: "default text"]
end
defmodule CodeError do
  defexception [:code]
  @impl true
  def message(e), do: "code #{e.code}"
  @impl true
  def exception(code) when is_integer(code), do: %__MODULE__{code: code}
end
try do
  raise MyError
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: MyError: "default text"
end
try do
  raise MyError, code: 5
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: MyError: "default text"
end
try do
  raise MyError, message: "given", code: 1
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: MyError: "given"
end
try do
  raise CodeError, 42
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: CodeError: "code 42"
end
IO.inspect((try do raise CodeError, 7 rescue e in CodeError -> e.code end)) # expect: 7
IO.inspect(Exception.message(struct(MyError))) # expect: "default text"
IO.inspect(is_exception(struct(MyError))) # expect: true
IO.inspect(struct(MyError, code: 3)) # expect: %MyError{code: 3, message: "default text"}
try do
  raise struct(CodeError, code: 9)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: CodeError: "code 9"
end
