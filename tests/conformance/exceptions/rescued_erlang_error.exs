# A rescued ErlangError has no words on its arguments; they are in what is printed for it.
{:ok, device} = StringIO.open("")
StringIO.close(device)
try do
  IO.puts(device, "tea")
rescue
  error ->
    IO.inspect(error)   # expect: %ErlangError{original: :terminated, reason: nil}
    IO.puts(Exception.format_banner(:error, :terminated, __STACKTRACE__) |> String.split("\n") |> hd())   # expect: ** (ErlangError) Erlang error: :terminated:
end
