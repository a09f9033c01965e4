# tests/elixir/programs/untyped.exs: programs whose values may be anything, so that much of what they do fails.
# Here: patterns, guards and expressions of every kind, in any combination; f/2 takes what run.exs passes.
# The text is valid syntax, yet the compiler may refuse it: then both sides must.
defmodule Programs.Untyped do
  alias Programs.{Draw, Grammar}

  def module(number) do
    rules = rules()
    before = List.duplicate(first(), Draw.pick([0, 0, 1, 2]))
    clauses = for clause <- before ++ [last()], do: Grammar.text(rules, clause, %Grammar{})

    """
    defmodule Program#{number} do
      import ProgramHelpers
      #{Enum.join(clauses, "\n")}
    end
    """
  end

  defp first, do: "def f($pattern, $pattern)$guard do$. $v end"
  defp last, do: "def f($new_v, $new_v) do$. $v end"

  defp rules do
    Grammar.rules(
      pattern: patterns(),
      pattern_leaf: "$new_v",
      segments: segments(),
      guard: guards(),
      test: tests(),
      v: operators() <> data() <> calls(),
      v_leaf: literals(),
      literal: literals(),
      control: control(),
      function: functions(),
      clause: "$($pattern$guard ->$. $v$)",
      clauses: clauses(),
      handler: handlers(),
      body: "$v\n$v\nthrow($v)",
      key: "1\n\"k\"\n:b",
      order: "==\n!=\n<\n>\n<=\n>=\n===\n!==",
      kind: "list\nmap\ninteger\nbinary\ntuple\natom",
      size: "8\n16\n4\n32-signed\nfloat\nbinary\nutf8\nbits"
    )
  end

  defp literals do
    ~S"""
    0
    1
    2
    -1
    7
    255
    1000000007
    4611686018427387903
    2305843009213693951
    -2305843009213693952
    1.0
    2.5
    -0.0
    1.0e20
    :a
    :b
    nil
    true
    false
    "ab"
    "a"
    ""
    "héy"
    'xy'
    <<1, 2::3>>
    []
    {}
    %{}
    [1, 2, 3]
    {:ok, 1}
    %{a: 1}
    %{1 => :x, :a => 2}
    [a: 1, b: 2]
    1..4
    """
  end

  defp patterns do
    ~S"""
    $new_v
    $new_v
    $new_v
    $new_v
    _
    _
    0
    1
    :a
    nil
    true
    []
    ""
    1.0
    {:ok, 1}
    [$pattern | $pattern]
    [$pattern | $pattern]
    [$pattern, $pattern]
    {$pattern, $pattern}
    {$pattern, $pattern}
    %{$key => $pattern}
    %{a: $pattern}
    $segments
    $pattern = $new_v
    """
  end

  defp segments do
    ~S"""
    <<$new_v, $new_v::binary>>
    <<$new_v::4, $new_v::bits>>
    <<$new_v::utf8, $new_v::binary>>
    <<?a, $new_v::size(8), $new_v::bits>>
    <<$new_v::signed-16-little, $new_v::binary>>
    "a" <> $new_v = $new_v
    """
  end

  defp guards do
    [" when $test", " when $test and $test", " when $test or $test", " when $test when $test"]
    |> Enum.join("\n")
  end

  defp tests do
    ~S"""
    is_$kind($bound)
    is_$kind($bound)
    is_$kind($bound)
    is_number($bound)
    is_float($bound)
    is_boolean($bound)
    is_struct($bound)
    is_function($bound, 1)
    $bound > $bound
    $bound == $bound
    $bound != $bound
    $bound === 1
    $bound == 1
    $bound < 10
    $bound + 1 > $bound
    abs($bound) > 3
    rem($bound, 2) == 0
    length($bound) > 1
    byte_size($bound) > 1
    map_size($bound) > 0
    tuple_size($bound) == 2
    hd($bound) == 1
    elem($bound, 0) == :ok
    is_map_key($bound, :a)
    not is_nil($bound)
    $bound in [1, 2, :a]
    $bound in 1..5
    """
  end

  defp operators do
    ~S"""
    ($v + $v)
    ($v - $v)
    ($v * $v)
    ($v / $v)
    div($v, $v)
    rem($v, $v)
    ($v $order $v)
    ($v $order $v)
    ($v && $v)
    ($v || $v)
    not($v)
    ($v ++ $v)
    ($v -- $v)
    ($v <> $v)
    ($v in $v)
    Bitwise.bsl($v, 1)
    Bitwise.bsl($v, 70)
    Bitwise.bsl($v, -2)
    Bitwise.band($v, $v)
    """
  end

  defp data do
    ~S"""
    [$v, $v]
    [$v | $v]
    {$v, $v}
    %{$key => $v, a: $v}
    %{$v | a: $v}
    "x#{inspect($v)}y"
    << $v::$size, $v >>
    << $v::$size, $v >>
    ($v |> Kernel.to_string())
    ($v).a
    """
  end

  defp calls do
    ~S"""
    hd($v)
    tl($v)
    elem($v, 0)
    elem($v, 1)
    put_elem($v, 0, $v)
    length($v)
    max($v, $v)
    abs($v)
    round($v)
    is_$kind($v)
    Map.put($v, $v, $v)
    Map.get($v, $v)
    Enum.map($v, $function)
    Enum.filter($v, $function)
    $(Enum.reduce($v, $v, fn $new_v, $new_v ->$. $v end)$)
    Enum.sort($v)
    Enum.at($v, 1)
    ($function).($v)
    apply(Kernel, :+, [$v, $v])
    apply(Kernel, :elem, [$v, $v])
    apply(Kernel, :div, [$v, $v])
    turns(0, $v, $v)
    turns(3, $v, $v)
    merged($v, $v)
    echo($v)
    """
  end

  defp control do
    ~S"""
    (if $v, do: $v, else: $v)
    (unless $v, do: $v)
    (case $v do $clauses end)
    (case $v do $clauses end)
    (case $v do $clauses end)
    (cond do $v -> $v; $v -> $v; true -> $v end)
    $((for $pattern <- $v,$. do: $v)$)
    $((for $pattern <- $v,$. $v, do: $v)$)
    $((for $pattern <- $v,$. uniq: true, do: $v)$)
    $((for $pattern <- $v,$. into: %{}, do: {$v, $v})$)
    $((for $pattern <- $v, reduce: $v do$. $($new_v ->$. $v$) end)$)
    $((with $pattern$guard <- $v,$. $pattern <- $v do$. $v end)$)
    (with $($pattern$guard <- $v,$. $pattern <- $v do$. $v$) else $clauses end)
    (try do $body $handler end)
    (try do $body $handler after note($v) end)
    (try do $body $handler else $clauses end)
    $(($pattern = $v;$. $v)$)
    """
  end

  defp functions do
    ~S"""
    fn $clause end
    fn $clause end
    fn $clause; $clause end
    fn $clause; $clause; $clause end
    &(&1)
    &{&1, 1}
    &(&1 + 1)
    &is_integer/1
    &inspect/1
    &hd/1
    """
  end

  defp clauses do
    ~S"""
    $clause
    $clause; _ -> $v
    $clause; $clause
    $clause; $clause; _ -> $v
    $clause; $clause; $clause; _ -> $v
    """
  end

  defp handlers do
    ~S"""
    rescue _ in [ArithmeticError, KeyError] -> $v
    rescue error -> {error.__struct__, $v}
    catch kind, why when kind == :error and is_atom(why) -> {kind, $v}
    $(catch :throw, $new_v ->$. $v$)
    $(rescue error in MatchError -> {error.term, $v} catch $new_v ->$. {:caught, $v}$)
    """
  end
end
