# tests/elixir/programs/typed.exs: programs whose values have types, so that they run far.
# Here: helper functions, loops with accumulators, two entries f/3 and g/3 for run.exs.
# note/1 hashes what it is given to what was noted before, so that the order of evaluation shows.
defmodule Programs.Typed do
  alias Programs.{Draw, Grammar}

  @types ~w(int list map pair bool text)
  @inputs [{"x", "int"}, {"y", "list"}, {"z", "text"}]

  def module(number) do
    rules = rules()
    {helpers, functions} = drawn(0..Draw.pick([0, 1, 2]), [], &helper(rules, &1, &2))
    {loops, functions} = drawn(0..1, functions, &loop(rules, &1, &2))

    """
    defmodule Program#{number} do
      def note(x), do: Process.put(:notes, :erlang.phash2({Process.get(:notes), x}))

      # Loops within loops would run for ever: a call may start so many.
      def started do
        Process.put(:started, Process.get(:started, 0) + 1)
        if Process.get(:started) > 500, do: exit(:too_many_loops), else: true
      end

      #{Enum.join(helpers ++ loops, "\n")}
      #{entry(rules, "f", "pair", functions)}
      #{entry(rules, "g", Draw.pick(@types), functions)}
    end
    """
  end

  # A function may call those before it.
  defp drawn(numbers, functions, draw) do
    Enum.map_reduce(numbers, functions, fn number, known ->
      {text, function} = draw.(number, known)
      {text, [function | known]}
    end)
  end

  defp entry(rules, name, type, functions) do
    scope = %Grammar{vars: @inputs, same: type, functions: functions}
    "def #{name}(x, y, z) do #{Grammar.text(rules, "$block", scope)} end"
  end

  defp helper(rules, number, functions) do
    types = types()
    vars = types |> Enum.with_index() |> Enum.map(fn {type, i} -> {"p#{i}", type} end)
    result = Draw.pick(@types)
    scope = %Grammar{vars: vars, same: result, functions: functions, depth: 1}
    head = "#{Draw.pick(~w(def defp))} helper#{number}(#{names(vars)})"
    text = "#{head} do #{Grammar.text(rules, "$block", scope)} end"
    {text, {"helper#{number}", types, result}}
  end

  # Runs over a list, six elements at most, and carries accumulators of any type.
  defp loop(rules, number, functions) do
    types = types()
    vars = types |> Enum.with_index(1) |> Enum.map(fn {type, i} -> {"acc#{i}", type} end)
    result = Draw.pick(@types)
    scope = %Grammar{vars: vars, same: result, functions: functions, depth: 1}
    inside = %{scope | vars: [{"n", "int"}, {"h", "int"}, {"rest", "list"} | vars]}
    again = "loop#{number}(n - 1, $remaining, #{Enum.map_join(types, ", ", &"$#{&1}")})"

    text = """
    defp loop#{number}(0, _, #{names(vars)}), do: #{Grammar.text(rules, "$same", scope)}
    defp loop#{number}(_, [], #{names(vars)}), do: #{Grammar.text(rules, "$same", scope)}
    defp loop#{number}(n, [h | rest], #{names(vars)}) do
      #{Grammar.text(rules, turn(again), inside)}
    end
    def run#{number}(list, #{names(vars)}), do: started() && loop#{number}(6, list, #{names(vars)})
    """

    {text, {"run#{number}", ["list" | types], result}}
  end

  defp types, do: for(_ <- 1..Draw.pick([1, 2, 3]), do: Draw.pick(@types))
  defp names(vars), do: Enum.map_join(vars, ", ", &elem(&1, 0))

  defp turn(again) do
    Draw.pick([
      again,
      again,
      "if $bool do #{again} else #{again} end",
      "if $bool do #{again} else #{again} end",
      "case $pair do {0, _} -> #{again}; " <>
        "$({x, [$new_int | _]} when x > $bound ->$. #{again}$); " <>
        "$({$new_int, $new_list} ->$. #{again}$) end",
      "$old_int = $int;$. $old_list = if $bool, do: [h | rest], else: rest;$. #{again}"
    ])
  end

  defp rules do
    Grammar.rules(
      int: int_arithmetic() <> int_functions(),
      int_leaf: numbers(),
      number: numbers(),
      arith: "+\n-\n*",
      order: "<\n>\n<=\n>=\n==\n!=\n===\n!==",
      divisor: "2\n3\n7\n-5\n64",
      list: list(),
      list_leaf: "[]\n[1, 2]\n[5]",
      map: map(),
      map_leaf: "%{}\n%{1 => 2}",
      pair: "{$int, $list}\n{$int, $list}\n{$int, $list}\n{$int, $list}\n$call_pair",
      pair_leaf: "{1, [2]}",
      bool: bool(),
      bool_leaf: "true\nfalse",
      text: text(),
      text_leaf: ~s(""\n"a"\n"hello"\n<<0, 255, 1>>),
      size: "8\n16\n4-unit(2)\n24-little\n12-unit(2)",
      any: Enum.map_join(@types, "\n", &"$#{&1}"),
      remaining: "rest\nrest\n[h | rest]\nEnum.drop(rest, 1)",
      control: control(),
      statement: statements(),
      block: blocks(),
      guard: " when $bound > 1\n when $bound < 5\n when $bound == 0"
    )
  end

  defp numbers do
    "0\n1\n2\n3\n5\n-1\n-7\n10\n63\n64\n255\n1000\n2147483648\n1152921504606846975\n" <>
      "2305843009213693951\n2305843009213693952\n-2305843009213693952\n18446744073709551616\n"
  end

  defp int_arithmetic do
    ~S"""
    $number
    ($int $arith $int)
    ($int $arith $int)
    (0 - $int)
    rem($int, $divisor)
    div($int, $divisor)
    abs($int)
    max($int, $int)
    Bitwise.band($int, $int)
    Bitwise.bxor($int, $int)
    Bitwise.bsr($int, 1)
    Bitwise.bsr($int, 70)
    Bitwise.bsl(rem($int, 1000), 30)
    Bitwise.bsl(rem($int, 1000), 60)
    """
  end

  defp int_functions do
    ~S"""
    length($list)
    map_size($map)
    byte_size($text)
    elem($pair, 0)
    Enum.sum($list)
    Map.get($map, $int, $int)
    List.first($list, $int)
    :erlang.phash2($any, 1000)
    (f = $(fn $new_int ->$. $block end$); f.($int) + f.($int))
    $(Enum.reduce($list, $int, fn $new_int, $new_int ->$. $int end)$)
    $((for $new_int <- $list, reduce: $int do$. $($new_int ->$. $int$) end)$)
    $call_int
    $call_int
    """
  end

  defp list do
    ~S"""
    []
    [$int]
    [$int, $int | $list]
    [$int | $list]
    elem($pair, 1)
    Enum.take($list ++ $list, 6)
    Enum.reverse($list)
    Enum.sort($list)
    Enum.uniq($list)
    Map.values($map)
    ($list -- $list)
    $(Enum.map($list, fn $new_int ->$. $int end)$)
    $(Enum.filter($list, fn $new_int ->$. $bool end)$)
    $((for $new_int <- $list,$. $bool, do: $int)$)
    $((for <<$new_int <- $text >>,$. do: $int)$)
    $call_list
    """
  end

  defp map do
    ~S"""
    %{}
    %{$int => $int, :k => $int}
    Map.put($map, $int, $int)
    Map.delete($map, $int)
    Map.merge($map, $map)
    Enum.frequencies($list)
    $(Map.update($map, $int, $int, fn $new_int ->$. $int end)$)
    $(Map.new($list, fn $new_int ->$. {$int, $int} end)$)
    $((for $new_int <- $list, into: $map do$. {$int, $int} end)$)
    $call_map
    """
  end

  defp bool do
    ~S"""
    ($int $order $int)
    ($int $order $int)
    ($bool and $bool)
    ($bool or $bool)
    ($bool && $bool)
    ($bool || $bool)
    not($bool)
    ($list == $list)
    ($list == [])
    ($text < $text)
    ($int in $list)
    ($int in [1, 2, 5])
    is_list($any)
    Map.has_key?($map, $int)
    match?({_, [_ | _]}, $pair)
    $call_bool
    """
  end

  defp text do
    ~S"""
    (Integer.to_string($int) <> $text)
    <<$int::$size, $text::binary>>
    <<$int::$size, $text::binary>>
    binary_part($text <> "pad", 0, 2)
    String.slice(inspect($list, charlists: :as_lists), 0, 9)
    $((for $new_int <- $list, into: "" do$. <<$int>> end)$)
    $call_text
    """
  end

  # Any of them gives a value of the type that is wanted.
  defp control do
    ~S"""
    (if $bool, do: $block, else: $block)
    (if $bool, do: $block, else: $block)
    (case $list do $([$new_int | $new_list]$guard ->$. $block$); [1 | _] -> $same; _ -> $block end)
    (case $list do $([_, $new_int | _]$guard ->$. $same$); $([$new_int | _] ->$. $same$); _ -> $same end)
    (case $pair do {1, _} -> $same; $({$new_int, [_ | $new_list]} ->$. $same$); _ -> $block end)
    (case $int do 0 -> $same; 1 -> $same; $($new_int$guard ->$. $block$); _ -> $same end)
    (case $int do $($new_int when $bound in [2, 3, 5] ->$. $same$); $($new_int ->$. $block$) end)
    (case $int do $($new_int when $bound > 100 or $bound < -3 ->$. $block$); _ -> $same end)
    (cond do $bool -> $same; $bool -> $block; true -> $same end)
    (with $({$new_int, [_ | $new_list]} <- $pair,$. true <- $bool do $same$) else false -> $same; _ -> $same end)
    (try do if $bool, do: throw($int), else: $same catch $($new_int ->$. $same$) end)
    $((fn $new_int ->$. $block end)$).($int)
    """
  end

  defp statements do
    ~S"""
    $old_int = $int;$.
    $old_list = $list;$.
    $old_map = $map;$.
    $old_bool = $bool;$.
    $old_text = $text;$.
    $old_pair = $pair;$.
    {$new_int, $new_list} = $pair;$.
    {$new_int, $new_list} = $pair;$.
    note($any);
    note($any);
    note($any);
    """
  end

  defp blocks do
    ~S"""
    $same
    $(($statement $same)$)
    $(($statement $same)$)
    $(($statement $statement $same)$)
    $(($statement $statement $statement $same)$)
    """
  end
end
