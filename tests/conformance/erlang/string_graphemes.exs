# The :string functions over graphemes.
show = fn name, args ->
  try do
    IO.inspect(apply(:string, name, args))
  rescue
    e -> IO.inspect(e.__struct__)
  end
end

name = "He\u030Allö"
chars = String.to_charlist(name)
show.(:is_empty, [""]) # expect: true
show.(:is_empty, [[]]) # expect: true
show.(:is_empty, [["", []]]) # expect: true
show.(:is_empty, ["a"]) # expect: false
show.(:is_empty, [[["", 'a']]]) # expect: false
show.(:length, [name]) # expect: 5
show.(:length, [chars]) # expect: 5
show.(:length, [["a", 'bc', [?d | "e"]]]) # expect: 5
show.(:length, [""]) # expect: 0
show.(:length, [<<255>>]) # expect: ArgumentError
show.(:length, ["a\r\nb"]) # expect: 3
show.(:to_graphemes, [name]) # expect: [72, [101, 778], 108, 108, 246]
show.(:to_graphemes, [chars]) # expect: [72, [101, 778], 108, 108, 246]
show.(:to_graphemes, [["ab", 'c']]) # expect: 'abc'
show.(:to_graphemes, ["\r\n"]) # expect: ['\r\n']
show.(:reverse, [name]) # expect: [246, 108, 108, [101, 778], 72]
show.(:reverse, ['abc']) # expect: 'cba'
show.(:reverse, ["abc"]) # expect: 'cba'
show.(:slice, [name, 1]) # expect: "e̊llö"
show.(:slice, [chars,1]) # expect: [101, 778, 108, 108, 246]
show.(:slice, [name, 1, 2]) # expect: "e̊l"
show.(:slice, [chars, 1, 2]) # expect: [101, 778, 108]
show.(:slice, [["abc", 'def'], 2, 3]) # expect: 'cde'
show.(:slice, ["abc", 5]) # expect: ""
show.(:slice, ['abc', 5]) # expect: []
show.(:slice, ["abc", 0, 0]) # expect: ""
show.(:slice, ["abc", 1, :infinity]) # expect: "bc"
show.(:pad, ["ab", 5]) # expect: ["ab", 32, 32, 32]
show.(:pad, ["ab", 5, :leading]) # expect: ['   ', "ab"]
show.(:pad, ["ab", 5, :both]) # expect: [' ', "ab", ' ', 32]
show.(:pad, ["ab", 4, :both, ?*]) # expect: ['*', "ab", '*']
show.(:pad, ['ab', 4]) # expect: ['ab', 32, 32]
show.(:pad, ['ab', 4, :leading, ?x]) # expect: ['xx', 'ab']
show.(:pad, ["abc", 2]) # expect: ["abc"]
show.(:pad, ["a", 3, :trailing, [?e, 778]]) # expect: ["a", [101, 778], [101, 778]]
show.(:pad, ['ab', 5, :both]) # expect: [' ', 'ab', ' ', 32]
show.(:trim, ["  a b \n"]) # expect: "a b"
show.(:trim, ['  a ']) # expect: 'a'
show.(:trim, ["  a ", :leading]) # expect: "a "
show.(:trim, ["  a  ", :trailing]) # expect: "  a"
show.(:trim, ["xxaxx", :both, 'x']) # expect: "a"
show.(:trim, ['xxaxx', :both, 'x']) # expect: 'a'
show.(:trim, ["a\r\n", :trailing, [?\r]]) # expect: "a\r\n"
show.(:trim, ["a\r\n", :trailing, [[?\r,?\n]]]) # expect: "a"
show.(:trim, [[" ", 'a ']]) # expect: 'a'
show.(:trim, ["    "]) # expect: ""
show.(:trim, [' ']) # expect: []
show.(:trim, ["\u00a0a"]) # expect: " a"
show.(:trim, ["\u0085\u2028a"]) # expect: "a"
show.(:chomp, ["a\n"]) # expect: "a"
show.(:chomp, ["a\r\n"]) # expect: "a"
show.(:chomp, ['a\n\n']) # expect: 'a'
show.(:chomp, ["a\n\r"]) # expect: "a\n\r"
show.(:equal, ["a", 'a']) # expect: true
show.(:equal, ["A", "a"]) # expect: false
show.(:equal, ["A", "a", true]) # expect: true
show.(:equal, ["é", "e\u0301"]) # expect: false
show.(:equal, ["é", "e\u0301", false, :nfc]) # expect: true
show.(:equal, [["a", 'b'], "ab"]) # expect: true
show.(:equal, ["STRASSE", "straße", true]) # expect: true
show.(:uppercase, ["straße"]) # expect: "STRASSE"
show.(:uppercase, ['aé']) # expect: [65, 201]
show.(:uppercase, [["a", 'b']]) # expect: 'AB'
show.(:lowercase, ["ÀB"]) # expect: "àb"
show.(:lowercase, ['AB']) # expect: 'ab'
show.(:titlecase, ["ße x"]) # expect: "Sse x"
show.(:titlecase, ['abc']) # expect: 'Abc'
show.(:casefold, ["ẞA"]) # expect: "ssa"
show.(:casefold, ['AB']) # expect: 'ab'
show.(:titlecase, [""]) # expect: ""
show.(:uppercase, [""]) # expect: ""
show.(:to_integer, ["33+22"]) # expect: {33, "+22"}
show.(:to_integer, ['33+22']) # expect: {33, '+22'}
show.(:to_integer, ["-5x"]) # expect: {-5, "x"}
show.(:to_integer, ["+5"]) # expect: {5, ""}
show.(:to_integer, ["x"]) # expect: {:error, :no_integer}
show.(:to_integer, [""]) # expect: {:error, :no_integer}
show.(:to_integer, [:a]) # expect: {:error, :badarg}
show.(:to_integer, ["-"]) # expect: {:error, :no_integer}
show.(:to_integer, [["1", '2x']]) # expect: {12, 'x'}
show.(:to_float, ["1.0-1.0e5"]) # expect: {1.0, "-1.0e5"}
show.(:to_float, ['3/2=1.5']) # expect: {:error, :no_float}
show.(:to_float, ["-1.5eX"]) # expect: {-1.5, "eX"}
show.(:to_float, ["1.5e3x"]) # expect: {1500.0, "x"}
show.(:to_float, ["1"]) # expect: {:error, :no_float}
show.(:to_float, ["1,5"]) # expect: {1.5, ""}
show.(:to_float, ["x"]) # expect: {:error, :no_float}
show.(:to_float, [:a]) # expect: {:error, :badarg}
show.(:to_float, ["1."]) # expect: {:error, :no_float}
show.(:to_float, ["1.e5"]) # expect: {:error, :no_float}
show.(:to_float, ["1e5"]) # expect: {:error, :no_float}
show.(:to_float, ["1.5e+3"]) # expect: {1500.0, ""}
show.(:to_float, [".5"]) # expect: {:error, :no_float}
show.(:prefix, ["prefix of", "pre"]) # expect: "fix of"
show.(:prefix, ['prefix', "pre"]) # expect: 'fix'
show.(:prefix, ["a", "ab"]) # expect: :nomatch
show.(:prefix, ["a", ""]) # expect: "a"
show.(:prefix, ["e\u0301", "e"]) # expect: :nomatch
show.(:prefix, ['abc', 'ab']) # expect: 'c'
show.(:split, ["ab..bc..cd", ".."]) # expect: ["ab", "bc..cd"]
show.(:split, ["ab..bc..cd", "..", :trailing]) # expect: ["ab..bc", "cd"]
show.(:split, ["ab..bc..cd", "..", :all]) # expect: ["ab", "bc", "cd"]
show.(:split, ['ab..bc..cd', '..', :all]) # expect: ['ab', 'bc', 'cd']
show.(:split, ["abc", "x"]) # expect: ["abc"]
show.(:split, ["abc", ""]) # expect: ["abc"]
show.(:split, ["", "a"]) # expect: [""]
show.(:split, ["a", "a", :all]) # expect: ["", ""]
show.(:split, ['abc', "b"]) # expect: ['a', 'c']
show.(:split, [name, "e"]) # expect: ["He̊llö"]
show.(:replace, ["ab..cd..ef", "..", "*"]) # expect: ["ab", "*", "cd..ef"]
