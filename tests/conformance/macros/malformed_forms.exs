# Forms and environments that no parser makes: an error, whatever they are.
outcome = fn run ->
  try do
    run.()
    IO.puts("fine")
  rescue
    error -> IO.inspect(error.__struct__)
  end
end

outcome.(fn -> Code.eval_quoted({:__block__, [], 1}) end) # expect: CompileError
outcome.(fn -> Code.eval_quoted({:tea, :cup, :a, :b}) end) # expect: CompileError
outcome.(fn -> Code.eval_quoted({{:., [], 1}, [], []}) end) # expect: CompileError
outcome.(fn -> Code.eval_quoted({1, [], []}) end) # expect: CompileError
