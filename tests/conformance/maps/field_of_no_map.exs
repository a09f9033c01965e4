# A field of what is no map, a call of what is no module; with literals on the left too.
show = fn text ->
  try do
    IO.inspect(elem(Code.eval_string(text), 0))
  rescue
    error -> IO.puts("#{inspect(error.__struct__)} #{error |> Exception.message() |> inspect()}")
  end
end

show.("nil.size") # expect: KeyError "key :size not found in: nil. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
show.("(nil).size") # expect: KeyError "key :size not found in: nil. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
show.("true.size") # expect: KeyError "key :size not found in: true. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
show.("nil.size()") # expect: UndefinedFunctionError "function nil.size/0 is undefined"
show.("false.size()") # expect: UndefinedFunctionError "function false.size/0 is undefined (module false is not available)"
show.("nil.size(1)") # expect: UndefinedFunctionError "function nil.size/1 is undefined"
show.("{1}.size") # expect: KeyError "key :size not found in: {1}. If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map"
show.("{1}.size()") # expect: ArgumentError "errors were found at the given arguments:\n\n  * 1st argument: not an atom\n"
show.("{1, 2}.size(3)") # expect: ArgumentError "errors were found at the given arguments:\n\n  * 1st argument: not an atom\n"
show.("<<1>>.size()") # expect: ArgumentError "errors were found at the given arguments:\n\n  * 1st argument: not an atom\n"
show.("%{size: 1}.size") # expect: 1
show.("%{size: 1}.size()") # expect: 1
show.("[1].size") # expect: CompileError "nofile:1: invalid call [1].size"
show.("'a'.size()") # expect: CompileError "nofile:1: invalid call 'a'.size()"
show.("2.0.size()") # expect: CompileError "nofile:1: invalid call 2.0.size()"
show.("12.size") # expect: CompileError "nofile:1: invalid call 12.size"
show.("\"tea\".size()") # expect: CompileError "nofile:1: invalid call \"tea\".size()"
