# Insertions that have their like before them stand in front of it.
IO.inspect(List.myers_difference([3, 2, 0, 2], [2, 2, 0, 2])) # expect: [del: [3], ins: [2], eq: [2, 0, 2]]
IO.inspect(List.myers_difference([1, 3, 1, 2, 1], [3, 3, 1, 2, 2])) # expect: [del: [1], ins: [3], eq: [3, 1, 2], del: [1], ins: [2]]
IO.inspect(List.myers_difference([1, 3, 2, 2, 3, 1, 2], [1, 1, 3, 2, 2, 1])) # expect: [eq: [1], ins: [1], eq: [3, 2, 2], del: [3], eq: [1], del: [2]]
IO.inspect(List.myers_difference('abcabba', 'cbabac')) # expect: [del: 'ab', eq: 'c', ins: 'b', eq: 'ab', del: 'b', eq: 'a', ins: 'c']
