# Switches nobody declared take the next argument; letters run together end in a number; counts take none.
IO.inspect(OptionParser.next(["--colour", "red"], strict: []))   # expect: {:undefined, "--colour", "red", []}
IO.inspect(OptionParser.next(["--no-colour"], switches: []))   # expect: {:undefined, "--no-colour", true, []}
IO.inspect(OptionParser.next(["-k", "-3"], strict: []))   # expect: {:undefined, "-k", "-3", []}
IO.inspect(OptionParser.parse(["--colour", "red", "x"], strict: []))   # expect: {[], ["x"], [{"--colour", nil}]}
IO.inspect(OptionParser.next(["-vn12", "x"], switches: [], aliases: [v: :verbose, n: :number]))   # expect: {:ok, :verbose, true, ["-n=12", "x"]}
IO.inspect(OptionParser.next(["-n1k"], switches: [], aliases: [n: :number]))   # expect: {:ok, :number, "1k", []}
IO.inspect(OptionParser.next(["-12ab"], strict: []))   # expect: {:error, ["-12ab"]}
IO.inspect(OptionParser.parse(["-v", "--verbose=4"], strict: [verbose: :count], aliases: [v: :verbose]))   # expect: {[verbose: 1], [], [{"--verbose", "4"}]}
IO.inspect(OptionParser.parse(["--level", "--level"], strict: [level: [:count, :keep]]))   # expect: {[level: 2], [], []}
IO.inspect(OptionParser.parse(["--level", "2"], strict: [level: [:integer, :boolean]]))   # expect: {[level: true], ["2"], []}
IO.inspect(OptionParser.parse(["--no-ink", "x"], switches: [ink: :boolean, no_ink: :string]))   # expect: {[ink: false], ["x"], []}
IO.inspect(OptionParser.parse(["a", "--", "b"], strict: [], return_separator: true))   # expect: {[], ["a", "b"], []}
