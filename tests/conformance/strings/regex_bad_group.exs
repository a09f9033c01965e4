# A group number that is none in a replacement is a match error; requirements may begin with `!`.
told = fn run ->
  try do
    run.()
  rescue
    error -> {error.__struct__, Exception.message(error)}
  end
end
IO.inspect(told.(fn -> Regex.replace(~r/t/, "tea", "\\g{cup}") end))   # expect: {MatchError, "no match of right hand side value: {[], \"cup}\"}"}
IO.inspect(Regex.replace(~r/(t)/, "tea", "<\\g{1}\\1>"))   # expect: "<tt>ea"
IO.inspect(Version.match?("2.0.0", "! 1.0.0"))   # expect: true
IO.inspect(Version.compare("2.0.0-rc.2", "2.0.0-rc.10"))   # expect: :lt
