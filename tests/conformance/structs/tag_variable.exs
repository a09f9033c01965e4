# %name{} in a pattern: a variable for the struct's module, which must be an atom.
%tag{} = 1..3
IO.inspect(tag) # expect: Range
%kind{host: host} = %URI{host: "tea.example"}
IO.inspect({kind, host}) # expect: {URI, "tea.example"}
IO.inspect(with %tag{} <- %URI{}, do: tag) # expect: URI
IO.inspect(with %tag{first: 1} <- %{a: 1}, do: tag) # expect: %{a: 1}
IO.inspect(for %tag{} <- [1, %URI{}, %{__struct__: 7}, 1..2], do: tag) # expect: [URI, Range]

for value <- [%{__struct__: 1}, %{}, 12] do
  try do
    %tag{} = value
    IO.inspect(tag)
  rescue
    error -> IO.inspect(error)
  end
end
# expect: %MatchError{term: %{__struct__: 1}}
# expect: %MatchError{term: %{}}
# expect: %MatchError{term: 12}

whole = %inner{} = %MapSet{}
IO.inspect({inner, whole == MapSet.new()}) # expect: {MapSet, true}
name = URI
%^name{} = %URI{}
%_{} = %URI{}
{%a{}, %b{}} = {1..2, %URI{}}
IO.inspect({a, b}) # expect: {Range, URI}
