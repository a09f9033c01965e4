# The :string functions that search, convert and work on lists of characters.
show = fn name, args ->
  try do
    IO.inspect(apply(:string, name, args))
  rescue
    e -> IO.inspect(e.__struct__)
  end
end
show.(:replace, ["ab..cd..ef", "..", "*", :all]) # expect: ["ab", "*", "cd", "*", "ef"]
show.(:replace, ['ab..cd..ef', '..', '*', :all]) # expect: ['ab', '*', 'cd', '*', 'ef']
show.(:replace, ["ab", "x", "y"]) # expect: ["ab"]
show.(:replace, ["a.b.c", ".", "-", :trailing]) # expect: ["a.b", "-", "c"]
show.(:replace, ['abc', 'x', 'y']) # expect: ['abc']
show.(:lexemes, ["abc d  e", " "]) # expect: FunctionClauseError
show.(:lexemes, ['abc d  e', ' ']) # expect: ['abc', 'd', 'e']
show.(:lexemes, ["abc\r\nx", [[?\r,?\n]]]) # expect: ["abc", "x"]
show.(:lexemes, ["", " "]) # expect: FunctionClauseError
show.(:lexemes, ["a,b;c", ",;"]) # expect: FunctionClauseError
show.(:lexemes, ["  ", " "]) # expect: FunctionClauseError
show.(:lexemes, ["abc", 'b']) # expect: ["a", "c"]
show.(:lexemes, ["abc", []]) # expect: ["abc"]
show.(:nth_lexeme, ["abc de fgh", 2, ' ']) # expect: "de"
show.(:nth_lexeme, ['abc de', 1, ' ']) # expect: 'abc'
show.(:nth_lexeme, ["abc", 4, ' ']) # expect: ""
show.(:find, ["abc", "b"]) # expect: "bc"
show.(:find, ["abcb", "b", :trailing]) # expect: "b"
show.(:find, ['abc', 'b']) # expect: 'bc'
show.(:find, ["abc", "x"]) # expect: :nomatch
show.(:find, ["abc", ""]) # expect: "abc"
show.(:find, ["He\u030Allö", "e"]) # expect: :nomatch
show.(:find, ["abc", 'bc']) # expect: "bc"
show.(:find, ['abc', "c"]) # expect: 'c'
show.(:find, ["aaa", "aa", :trailing]) # expect: "aa"
show.(:next_codepoint, ["abc"]) # expect: [97 | "bc"]
show.(:next_codepoint, ["He\u030Allö"]) # expect: [72 | "e̊llö"]
show.(:next_codepoint, ['abc']) # expect: 'abc'
show.(:next_codepoint, [""]) # expect: []
show.(:next_codepoint, [[]]) # expect: []
show.(:next_codepoint, [["ab", 'c']]) # expect: [97, "b", 'c']
show.(:next_codepoint, [<<255, 1>>]) # expect: {:error, <<255, 1>>}
show.(:next_codepoint, [[[?a], ?b]]) # expect: 'ab'
show.(:next_grapheme, ["abc"]) # expect: [97 | "bc"]
show.(:next_grapheme, ["e\u030Ax"]) # expect: [[101, 778] | "x"]
show.(:next_grapheme, [[?e, 778, ?x]]) # expect: [[101, 778], 120]
show.(:next_grapheme, [""]) # expect: []
show.(:next_grapheme, ["\r\nx"]) # expect: ['\r\n' | "x"]
show.(:next_grapheme, [["ab", 'c']]) # expect: [97, "b", 'c']
show.(:next_grapheme, [<<255,1>>]) # expect: {:error, <<255, 1>>}
show.(:take, ["abc0z123", 'abc']) # expect: {"abc", "0z123"}
show.(:take, ["abc0z123", '0123456789', true]) # expect: {"abc", "0z123"}
show.(:take, ["abc0z123", '0123456789', false, :trailing]) # expect: {"abc0z", "123"}
show.(:take, ["abc0z123", 'abcz', true, :trailing]) # expect: {"abc0z", "123"}
show.(:take, ['abc0', 'abc']) # expect: {'abc', '0'}
show.(:take, ["aaa", 'a']) # expect: {"aaa", ""}
show.(:take, ["", 'a']) # expect: {"", ""}
show.(:take, ['abc0', 'xyz']) # expect: {[], 'abc0'}
show.(:take, ["abc", 'c', false, :trailing]) # expect: {"ab", "c"}
show.(:take, ['abc', 'bc', false, :trailing]) # expect: {'a', 'bc'}
show.(:len, ['abc']) # expect: 3
show.(:concat, ['ab', 'cd']) # expect: 'abcd'
show.(:chr, ['abcb', ?b]) # expect: 2
show.(:chr, ['abc', ?x]) # expect: 0
show.(:rchr, ['abcb', ?b]) # expect: 4
show.(:str, ['abcabc', 'bc']) # expect: 2
show.(:str, ['abc', 'x']) # expect: 0
show.(:rstr, ['abcabc', 'bc']) # expect: 5
show.(:rstr, ['abc', 'x']) # expect: 0
show.(:substr, ['abcdef', 3]) # expect: 'cdef'
show.(:substr, ['abcdef', 2, 3]) # expect: 'bcd'
show.(:substr, ['abc', 4]) # expect: []
show.(:substr, ['abc', 6]) # expect: FunctionClauseError
show.(:span, ['  abc', ' ']) # expect: 2
show.(:cspan, ['abc  ', ' ']) # expect: 3
show.(:tokens, ['abc d,e', ' ,']) # expect: ['abc', 'd', 'e']
show.(:tokens, ["ab", ' ']) # expect: FunctionClauseError
show.(:join, [['a', 'b', 'c'], ', ']) # expect: 'a, b, c'
show.(:join, [[], ', ']) # expect: []
show.(:chars, [?a, 3]) # expect: 'aaa'
show.(:chars, [?a, 3, 'b']) # expect: 'aaab'
show.(:copies, ['ab', 3]) # expect: 'ababab'
show.(:words, ['a bc d']) # expect: 3
show.(:words, ['a-b-c', ?-]) # expect: 3
show.(:strip, ['  a ']) # expect: 'a'
show.(:strip, ['  a ', :left]) # expect: 'a '
show.(:strip, ['xaxx', :right, ?x]) # expect: 'xa'
show.(:left, ['ab', 4]) # expect: 'ab  '
show.(:left, ['abcd', 2]) # expect: 'ab'
show.(:left, ['ab', 4, ?.]) # expect: 'ab..'
show.(:right, ['ab', 4]) # expect: '  ab'
show.(:right, ['abcd', 2]) # expect: 'cd'
show.(:right, ['ab', 4, ?.]) # expect: '..ab'
show.(:centre, ['ab', 6]) # expect: '  ab  '
show.(:centre, ['ab', 5, ?.]) # expect: '.ab..'
show.(:centre, ['abcdef', 3]) # expect: 'bcd'
show.(:centre, ['abcdef', 2]) # expect: 'cd'
show.(:sub_word, ['a bc d', 2]) # expect: 'bc'
show.(:sub_word, ['a-bc', 2, ?-]) # expect: 'bc'
show.(:sub_word, ['a', 5]) # expect: []
show.(:sub_string, ['abcdef', 3]) # expect: 'cdef'
show.(:sub_string, ['abcdef', 2, 4]) # expect: 'bcd'
show.(:to_lower, ['ABÀ']) # expect: [97, 98, 224]
show.(:to_lower, [?A]) # expect: 97
show.(:to_upper, ['abà']) # expect: [65, 66, 192]
show.(:to_upper, [?a]) # expect: 65
show.(:list_to_integer, ['12x']) # expect: {12, 'x'}
show.(:list_to_float, ['1.5x']) # expect: {1.5, 'x'}
show.(:list_to_integer, ['x']) # expect: {:error, :no_integer}
show.(:str, ['abc', '']) # expect: 0
show.(:rstr, ['abc', '']) # expect: 0
show.(:chars, [?a, 0]) # expect: []
show.(:copies, ['a', -1]) # expect: FunctionClauseError
show.(:left, ['ab', -1]) # expect: FunctionClauseError
show.(:substr, ['abc', 0]) # expect: FunctionClauseError
show.(:words, ['  a  b ']) # expect: 2
show.(:sub_string, ['abc', 2, 9]) # expect: 'bc'
show.(:sub_string, ['abc', 3, 2]) # expect: []
show.(:to_upper, [[223, 255]]) # expect: [223, 255]
show.(:str, [[], 'a']) # expect: 0
show.(:strip, ['']) # expect: []
show.(:join, [['a'], '']) # expect: 'a'
show.(:split, ["abcabc", "c", :trailing]) # expect: ["abcab", ""]
show.(:take, ["abc", []]) # expect: {"", "abc"}
show.(:take, ["abc", [], true]) # expect: {"abc", ""}
