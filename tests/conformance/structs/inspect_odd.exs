# A map whose __struct__ is no module prints as the map it is.
IO.inspect(%{__struct__: 5}) # expect: %{__struct__: 5}
