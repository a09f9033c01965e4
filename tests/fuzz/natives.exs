# Calls every function of the modules below with hostile arguments: vial run natives.exs SEED ROUNDS [MODULE...].
# A value and an exception are both answers. A call that takes long is killed, and has to die of it.
# Each call is printed before it is made, as an expression that can be pasted behind this file's module H.
defmodule H do
  def dead_pid do
    {pid, ref} = spawn_monitor(fn -> :ok end)
    receive do: ({:DOWN, ^ref, _, _, _} -> pid)
  end

  def live_pid, do: spawn(fn -> receive(do: (:never -> :ok)) end)
  def stale_timer, do: :erlang.cancel_timer(timer()) && timer()
  def timer, do: :erlang.start_timer(1_000, self(), :late)
  def deep(n), do: Enum.reduce(1..n, [], fn _, list -> [list] end)
  def deep_tuple(n), do: Enum.reduce(1..n, {}, fn _, tuple -> {tuple} end)
  def deep_map(n), do: Enum.reduce(1..n, %{}, fn _, map -> %{map => 1} end)
  def improper(n), do: Enum.reduce(n..1, :end, fn i, list -> [i | list] end)
  def range(n), do: Enum.to_list(1..n)
  def map(n), do: Map.new(1..n, &{&1, &1})
  def pairs(n), do: Enum.map(1..n, &{&1, [&1]})
  def words(n), do: :binary.copy("ab ", n)
  def bits_at(offset, size), do: <<0::size(offset), -1::size(size)>> |> then(fn <<_::size(offset), rest::bitstring>> -> rest end)
  def bytes_at(offset), do: <<0::size(offset), "héllo wörld, 123">> |> then(fn <<_::size(offset), rest::binary>> -> rest end)
  def deleted_table, do: :ets.new(:gone, []) |> tap(&:ets.delete/1)

  def table(kind, options \\ []) do
    table = :ets.new(:fuzzed, [kind, :public | options])
    for i <- 1..40, do: :ets.insert(table, {rem(i, 10), i, %{i => "v"}, [i]})
    table
  end

  def nested_pattern(n), do: Enum.reduce(1..n, :"$1", fn _, pattern -> {:_, [pattern]} end)
  def nested_guard(n), do: Enum.reduce(1..n, true, fn _, guard -> {:not, guard} end)
  def spec(head, guards, body), do: [{head, guards, body}]
  def atomics, do: :atomics.new(3, signed: true)
  def many_atomics, do: :atomics.new(1_000, [])
  def counters, do: :counters.new(3, [:write_concurrency])
  def struct(module, fields), do: Map.put(Map.new(fields), :__struct__, module)
  def fun(0), do: fn -> self() end
  def fun(1), do: fn x -> x end
  def fun(2), do: fn x, y -> {x, y} end
  def fun(3), do: fn _, _, z -> z end
  def raising(1), do: fn _ -> throw(:ball) end
  def raising(2), do: fn _, _ -> raise "no" end
  # --- made by a number -----------------------------------------------------------------------------------

  defp seeded(n, make) do
    :rand.seed(:exsss, n)
    make.()
  end

  # A term in the external format, some bytes of it changed.
  def damaged(n) do
    seeded(n, fn ->
      whole = [{1, 2.5, "text", :atom, self(), make_ref(), %{a: [1 | 2]}, 2 ** 200, &self/0, map(40), <<1::3>>}, 'abc', fun(1)]
      bytes = :erlang.term_to_binary(Enum.random(whole ++ [whole]), Enum.random([[], [:compressed], [minor_version: 1]]))

      Enum.reduce(1..:rand.uniform(3), bytes, fn _, bytes ->
        at = :rand.uniform(byte_size(bytes)) - 1
        <<before::binary-size(at), _, rest::binary>> = bytes
        if :rand.uniform(4) == 1, do: before, else: <<before::binary, Enum.random([0, 1, 127, 255, :rand.uniform(255)]), rest::binary>>
      end)
    end)
  end

  @pieces ~S"a b . \w \p{L} [a-c] [^\d] ( (?: (?= (?<! (?<n> ) ) ) * + ? *? {2,5} {1000} {,3} | ^ $ \b \1 \g{-1} (?R) (?1) (?i) (*FAIL) é \x{10FFFF} \Q"
          |> String.split(" ")
  def regex(n), do: seeded(n, fn -> Enum.map_join(1..:rand.uniform(12), fn _ -> Enum.random(@pieces) end) end)

  @characters ["a", "é", "e\u0301", "\u200D", "👩", "🏽", "🇩", "각", "ᄀ", "ᅡ", "ﬃ", "ß", "İ", "Σ", "\u0345", "\r", "\n", "-", "9", " "] ++
                [<<0xC3>>, <<0xE2, 0x82>>, <<0xF0, 0x9F>>, <<0xFF>>, <<0xED, 0xBF, 0xBF>>, <<0>>]
  def text(n), do: seeded(n, fn -> Enum.map_join(1..:rand.uniform(30), fn _ -> Enum.random(@characters) end) end)

  @atoms [:_, :"$1", :"$2", :"$3", :"$$", :"$_", :is_integer, :is_map_key, :element, :+, :bsl, :andalso, :orelse, :const, :hd, :size, :map_get, :==, :>]
  def spec(n), do: seeded(n, fn -> for(_ <- 1..:rand.uniform(2), do: {tree(3), list(2), list(3)}) end)

  def tree(depth) do
    case :rand.uniform(if depth == 0, do: 5, else: 11) do
      1 -> Enum.random([0, 1, 5, -1, 2 ** 62, 2 ** 70, 1.5, "text", [], {}, %{}])
      n when n < 6 -> Enum.random(@atoms)
      n when n < 8 -> list(depth - 1)
      8 -> {List.to_tuple(list(depth - 1))}
      9 -> %{tree(0) => tree(depth - 1)}
      10 -> [tree(depth - 1) | tree(depth - 1)]
      11 -> List.to_tuple(list(depth - 1))
    end
  end

  defp list(depth), do: for(_ <- 1..:rand.uniform(4), do: tree(max(depth, 0)))
  def term(n), do: seeded(n, fn -> tree(4) end)
  def looping, do: fn x -> Stream.run(Stream.cycle([x])) end
end

defmodule Pool do
  # Expressions of a block as {text, function that evaluates it}.
  defmacro expressions(do: {:__block__, _, all}) do
    for one <- all, do: {Macro.to_string(one), quote(do: fn -> unquote(one) end)}
  end
end

defmodule Fuzz do
  import Pool

  defp integers do
    expressions do
      0
      1
      -1
      2
      3
      7
      31
      32
      33
      64
      255
      256
      1023
      65_536
      0xD800
      0x10FFFF
      0x110000
      1_000_000
      -1_000_000
      2 ** 28
      2 ** 30
      2 ** 31 - 1
      2 ** 32
      2 ** 61 - 1
      2 ** 61
      -(2 ** 61)
      -(2 ** 61) - 1
      2 ** 63 - 1
      2 ** 63
      -(2 ** 63)
      2 ** 64
      1_000_000_000
      1_000_000_000_000_000
      2 ** 4000
      -(2 ** 4000) + 1
      2 ** 3_000 - 2 ** 64
      Bitwise.bsl(1, 1_000_000)
      :erlang.monotonic_time()
      :erlang.unique_integer()
    end
  end

  defp floats do
    expressions do
      0.0
      -0.0
      1.0
      -1.5
      0.1
      1.0e308
      -1.7976931348623157e308
      5.0e-324
      2.2250738585072014e-308
      9_007_199_254_740_993.0
      1.0e15
      123_456.789e3
    end
  end

  defp atoms do
    expressions do
      :a
      true
      false
      nil
      :undefined
      :infinity
      :""
      :"é λ"
      :_
      :"$1"
      :"$_"
      :"$$"
      :"$100000000"
      :"$end_of_table"
      :fuzz_set
      :fuzz_ordered
      :fuzz_bag
      :fuzz_none
      :lists
      :reverse
      Enum
      String
      No.Such.Module
      :global
      :utf8
      :latin1
      {:utf16, :little}
      :utf32
      :unicode
      :native
      :second
      :nanosecond
      :big
      :little
      :set
      :ordered_set
      :nfc
      :nfkd
      :default
      :kill
      :normal
      :exsss
      :exrop
      :trap_exit
      :priority
      :max_heap_size
      :message_queue_data
      :messages
      :links
      :backtrace
      :process
      :ok
      :error
      :lower
      :left
      :asc
      :exact
    end
  end

  defp bitstrings do
    expressions do
      ""
      "a"
      "hello"
      "héllo wörld"
      "é" <> <<0xCC, 0x81>>
      "👨‍👩‍👧‍👦🇩🇪"
      " \t\n x,y,z \r\n"
      "12"
      "-0x1F"
      "1.5e300"
      "1.5e999"
      "YWJj"
      "ffFF"
      "a=1&b=%zz&c"
      "http://[::1]:99999/%?#"
      "~w ~p ~9999999999s ~*c"
      "(a+)+$"
      "(?<n>\\w+)|[[:x"
      "(?R)"
      "x{65535}{9}"
      "fn -> (((("
      "<0.1.0>"
      "#Ref<0.1.2.3>"
      "1.2.3-rc.1"
      ">= 1.0 and ~> 2"
      <<0>>
      <<255>>
      <<0xED, 0xA0, 0x80>>
      <<0xF4, 0x90, 0x80, 0x80>>
      "abc" <> <<0xE2, 0x82>>
      <<1::1>>
      <<5::3>>
      <<-1::65>>
      <<0::1_000_001>>
      H.bits_at(3, 13)
      H.bits_at(1, 64_001)
      H.bytes_at(1)
      H.bytes_at(5)
      binary_part(H.words(100), 7, 200)
      H.words(30)
      H.words(100_000)
      String.duplicate("a", 30_000) <> "b"
      String.duplicate("(", 10_000)
      :binary.copy(<<0xCC, 0x81>>, 20_000)
      :erlang.term_to_binary(H.pairs(5))
      <<131, 108, 255, 255, 255, 255, 97>>
      <<131, 104, 3, 97>>
      <<131, 109, 127, 255, 255, 255, 1>>
      <<131, 80, 0, 255, 255, 255, 120, 156>>
      <<131, 110, 255, 0>>
      :binary.copy(<<131, 108, 0, 0, 0, 1>>, 1_000)
      <<131>> <> :binary.copy(<<108, 0, 0, 0, 1>>, 100_000)
    end
  end

  defp lists do
    expressions do
      []
      [1]
      [1, 2, 3]
      [3, 1, 2, 1.0, 1]
      [1 | 2]
      [[] | "x"]
      'hello'
      'é'
      [0x110000]
      [-1, 300]
      [0xD800, "a"]
      ["a", ?b, [[["c" | "d"]]]]
      ["a", <<1::1>>]
      [{:a, 1}, {:b, 2}]
      [a: 1, a: 2]
      [{1}, {1, 2}, {2, 1, 3}]
      [{}]
      [{1, 2} | :x]
      ["a", "b"]
      ["", ""]
      [H.words(10), "ab"]
      [nil, false, true]
      [[1, 2], [3]]
      [[1 | 2], [3]]
      [%{}, {}, [], "", 0, 0.0]
      [:caseless, :unicode]
      [:global, {:capture, :all, :index}]
      [{:capture, [1, 2, "n"], :binary}, {:offset, 3}]
      [:global, :trim_all]
      [{:scope, {0, 3}}]
      [{:scope, {2 ** 60, -5}}]
      [{:decimals, 250}, :compact]
      [{:scientific, 2 ** 40}]
      [{:minor_version, 9}, :compressed]
      [:safe, :used]
      [:named_table, :public, {:keypos, 2}]
      [{:heir, self(), H.deep(3)}, :duplicate_bag]
      [{:keypos, 2 ** 62}]
      [:link, :monitor, {:max_heap_size, 1_000}]
      [{:min_heap_size, 2 ** 50}]
      [{:max_heap_size, %{size: 2 ** 62}}]
      [{:alias, :reply_demonitor}, {:tag, :t}]
      [{:abs, true}]
      [timeout: 0]
      [limit: :infinity, width: 1, pretty: true]
      [{:keys, :atoms}, :strict]
      [:monotonic, :positive]
      H.range(31)
      H.range(33)
      H.range(100_000)
      H.pairs(40)
      H.pairs(50_000)
      H.improper(40)
      H.improper(100_000)
      H.deep(50)
      H.deep(100_000)
      List.duplicate("ab", 50_000)
      List.duplicate(H.range(1_000), 1_000)
      [H.words(100_000) | H.words(100_000)]
      [:erlang.make_tuple(3, H.range(9))]
    end
  end

  defp tuples do
    expressions do
      {}
      {1}
      {1, 2}
      {1, 2, 3}
      {:a, "b", [], %{}}
      {0, 3}
      {3, -2}
      {2 ** 61, 2 ** 61}
      {:bm, :none}
      {:ac, ["a" | "b"]}
      :binary.compile_pattern(["ab", "b "])
      {:re_pattern, 1, 1, 0, "junk"}
      {:re_pattern, 0, 0, 0, ""}
      H.deep_tuple(100)
      H.deep_tuple(100_000)
      :erlang.make_tuple(10_000, 0)
      :erlang.make_tuple(1_000_000, [])
      {0, 1, %{}, []}
      {:exsss, [1 | 2]}
      :rand.seed_s(:exsss, 1)
      {{2020, 2, 30}, {25, 61, 61}}
      {{-(2 ** 62), 1, 1}, {0, 0, 0}}
      {{2020, 1, 31}, {23, 59, 59}}
      {:via, No.Such.Module, :x}
      {:via, Registry, {:fuzz_registry, :key}}
      {:global, :x}
      {:fuzz_name, node()}
      {:fuzz_name, :nowhere@nohost}
      {:value, 1}
      {:-, 1}
    end
  end

  defp maps do
    expressions do
      %{}
      %{a: 1}
      %{1 => 1.0, 1.0 => 1}
      H.map(31)
      H.map(32)
      H.map(33)
      H.map(10_000)
      H.deep_map(100)
      H.deep_map(20_000)
      Map.new(H.range(33), &{{&1}, &1})
      %{H.map(33) => H.map(33)}
      %{__struct__: 1}
      %{__struct__: No.Such.Module}
      %{__struct__: Enum}
      1..10
      10..1//-3
      H.struct(Range, first: 0, last: 2 ** 70, step: 1)
      H.struct(Range, first: :a, last: nil, step: 0)
      MapSet.new(H.range(40))
      H.struct(MapSet, map: [])
      H.struct(Stream, enum: 1, funs: [2])
      H.struct(Regex, re_pattern: 1, source: 2)
      ~r/a(b)?/u
      H.struct(ArgumentError, message: 1)
      H.struct(URI, host: 1, port: "x", path: nil)
      %{exponent: 1}
      %{year: 1, month: 99}
    end
  end

  defp funs do
    expressions do
      H.fun(0)
      H.fun(1)
      H.fun(2)
      H.fun(3)
      H.raising(1)
      H.raising(2)
      H.looping()
      fn _ -> H.deep(1_000) end
      fn x, acc -> [x | acc] end
      fn _, _ -> true end
      fn x -> {x, x} end
      fn _, acc -> {:cont, acc} end
      fn _, _ -> {:suspend, 1} end
      &Kernel.+/2
      &:lists.reverse/1
      &No.Such.Module.f/1
      &self/0
      :erlang.make_fun(:erlang, :+, 2)
      :erlang.make_fun(:nope, :nope, 255)
    end
  end

  defp identities do
    expressions do
      self()
      H.dead_pid()
      H.live_pid()
      make_ref()
      Process.monitor(H.live_pid())
      Process.monitor(H.dead_pid())
      :erlang.alias()
      H.timer()
      H.stale_timer()
      H.table(:set)
      H.table(:ordered_set)
      H.table(:bag)
      H.table(:duplicate_bag)
      H.table(:set, keypos: 2)
      H.table(:set, [:private, :compressed])
      H.deleted_table()
      H.atomics()
      H.many_atomics()
      H.counters()
      :erlang.list_to_ref('#Ref<0.1.2.3>')
      elem(:ets.select(:fuzz_set, [{:"$1", [], [:"$1"]}], 3), 1)
      elem(:ets.match(:fuzz_ordered, :"$1", 3), 1)
      elem(:ets.select_reverse(:fuzz_ordered, [{:"$1", [], [:"$1"]}], 3), 1)
    end
  end

  defp specs do
    expressions do
      [{:"$1", [], [:"$1"]}]
      [{:"$1", [], [:"$$"]}]
      [{:_, [], [true]}]
      [{{:"$1", :"$2", :_, :"$3"}, [{:>, :"$2", 5}], [{{:"$3", :"$1"}}]}]
      [{{:"$1", :"$1", :_, :_}, [], [:"$_"]}]
      [{{1, :"$1", %{1 => :"$2"}, [:"$3" | :"$4"]}, [], [%{:"$1" => :"$2"}]}]
      [{:"$100000000", [], [:"$$"]}]
      [{{:"$99999999999999999999"}, [], [:"$99999999999999999999"]}]
      [{:"$1", [:"$2"], [:"$3"]}]
      [{{:"$1", :_, :_, :_}, [{:no_such, :"$1"}], [1]}]
      [{:"$1", [{:+, 1}], [{:hd, 1}]}]
      [{{:"$1", :"$2", :_, :_}, [], [{:div, :"$1", 0}, {:bsl, 1, 1_000_000_000_000}]}]
      [{{:"$1", :"$2", :_, :_}, [], [{:bsl, :"$2", 100_000}]}]
      [{:"$1", [], [{:const, H.deep(1_000)}]}]
      [{H.nested_pattern(50), [], [:"$1"]}]
      [{H.nested_pattern(50_000), [], [:"$1"]}]
      [{:_, [H.nested_guard(50_000)], [true]}]
      [{:_, [], [H.deep(50_000)]}]
      [{:_, [], [{H.deep_tuple(20_000)}]}]
      List.duplicate({:_, [], [:"$_"]}, 1_000)
      [{:_, [], []}]
      [{:_, :x, []} | 1]
      [{:_, [1 | 2], [3 | 4]}]
      [{:"$1", [{:andalso, true, :x}, {:orelse}, {:and}], [:"$1"]}]
      [{{:"$1", :"$2", :_, :_}, [{:is_map_key, :"$1", 7}], [{:map_get, :a, 1}, {:map_size, :"$2"}]}]
      [{{:"$1", :_, :_, :_}, [], [{{:"$1", 0, 0, 0}}]}]
      [{:"$1", [], [{:element, 2 ** 62, :"$1"}, {:round, 1.0e308}]}]
      {:"$1", :_, :"$0", :_}
      {:_, {:"$1", :"$1"}, :_, :_}
      {1, :_, :_, :_}
      [{2, 5}, {3, -5}]
      {2, 2 ** 62}
      {2, 1, 2 ** 62, 0}
      [{2, 1.5}]
      [{2, 7}]
      [{1, 7}]
      {5, :x}
      {0, 1, 2, 3, 4}
      [{0, 1, 2, 3}, {7, 1}]
    end
  end


  # Calls that have the right shape, by the pools of their arguments.
  @shapes [
    ets: [select: [:table, :spec], select: [:table, :spec, :integers], select_count: [:table, :spec], select_delete: [:table, :spec]],
    ets: [select_replace: [:table, :spec], select_reverse: [:table, :spec, :integers], match: [:table, :term], match: [:table, :term, :integers]],
    ets: [match_object: [:table, :term], match_delete: [:table, :term], match_spec_run: [:lists, :spec], insert: [:table, :tuples]],
    ets: [insert: [:table, :lists], insert_new: [:table, :lists], update_counter: [:table, :integers, :specs], next: [:table, :term]],
    ets: [update_counter: [:table, :integers, :specs, :tuples], update_element: [:table, :integers, :specs], lookup_element: [:table, :integers, :integers]],
    ets: [delete_object: [:table, :tuples], slot: [:table, :integers], new: [:atoms, :lists], setopts: [:table, :lists], rename: [:table, :atoms]],
    erlang: [binary_to_term: [:damaged], binary_to_term: [:damaged, :lists], term_to_binary: [:any, :lists], phash2: [:any], external_size: [:any]],
    erlang: [make_tuple: [:integers, :any], make_tuple: [:integers, :any, :lists], setelement: [:integers, :tuples, :any], element: [:integers, :tuples]],
    erlang: [insert_element: [:integers, :tuples, :any], delete_element: [:integers, :tuples], bsl: [:integers, :integers], bsr: [:integers, :integers]],
    erlang: [+: [:number, :number], -: [:number, :number], *: [:number, :number], div: [:integers, :integers], rem: [:integers, :integers]],
    erlang: [/: [:number, :number], band: [:integers, :integers], bxor: [:integers, :integers], bor: [:integers, :integers]],
    erlang: [<: [:any, :any], ==: [:any, :any], "=:=": [:any, :any], ++: [:lists, :any], --: [:lists, :lists], send: [:identities, :any]],
    erlang: [integer_to_binary: [:integers, :integers], binary_to_integer: [:text, :integers], binary_to_float: [:text], float_to_binary: [:floats, :lists]],
    erlang: [iolist_to_binary: [:lists], iolist_size: [:lists], list_to_bitstring: [:lists], binary_part: [:bitstrings, :integers, :integers]],
    erlang: [split_binary: [:bitstrings, :integers], binary_to_list: [:bitstrings, :integers, :integers], spawn_opt: [:funs, :lists], apply: [:funs, :lists]],
    erlang: [process_flag: [:atoms, :any], process_info: [:identities, :atoms], start_timer: [:integers, :identities, :any], monitor: [:atoms, :identities, :lists]],
    erlang: [garbage_collect: [:identities, :lists], put: [:any, :any], fun_info: [:funs, :atoms], list_to_tuple: [:lists], binary_to_atom: [:text]],
    binary: [copy: [:bitstrings, :integers], match: [:bitstrings, :lists, :lists], matches: [:text, :text], matches: [:bitstrings, :tuples, :lists]],
    binary: [part: [:bitstrings, :integers, :integers], split: [:bitstrings, :bitstrings, :lists], replace: [:bitstrings, :bitstrings, :text, :lists]],
    binary: [decode_unsigned: [:bitstrings, :atoms], encode_unsigned: [:integers, :atoms], longest_common_prefix: [:lists], longest_common_suffix: [:lists]],
    re: [run: [:text, :regex, :lists], run: [:bitstrings, :regex, :lists], compile: [:regex, :lists], replace: [:text, :regex, :text, :lists]],
    re: [split: [:bitstrings, :regex, :lists]],
    unicode: [characters_to_binary: [:any, :atoms, :atoms], characters_to_list: [:any, :atoms], characters_to_nfc_binary: [:text]],
    lists: [keyfind: [:any, :integers, :lists], keysort: [:integers, :lists], sort: [:lists], usort: [:lists], sublist: [:lists, :integers, :integers]],
    lists: [duplicate: [:integers, :any], seq: [:integers, :integers, :integers], flatten: [:lists], nthtail: [:integers, :lists], foldl: [:funs, :any, :lists]],
    maps: [from_list: [:lists], from_keys: [:lists, :any], merge: [:maps, :maps], put: [:any, :any, :maps], take: [:any, :maps], fold: [:funs, :any, :maps]],
    maps: [remove: [:any, :maps], map: [:funs, :maps], with: [:lists, :maps], update: [:any, :any, :maps]],
    atomics: [new: [:integers, :lists], add_get: [:identities, :integers, :integers], put: [:identities, :integers, :integers]],
    counters: [new: [:integers, :lists], add: [:identities, :integers, :integers]],
    persistent_term: [put: [:any, :any]],
    io_lib: [format: [:bitstrings, :lists], fwrite: [:text, :lists], format: [:text, :lists]],
    vial_unicode: [normalize: [:text, :atoms], upcase: [:text, :atoms], downcase: [:text, :atoms], graphemes_offset: [:text, :integers], length: [:text]],
    "Elixir.String": [duplicate: [:text, :integers], pad_leading: [:text, :integers, :text], slice: [:text, :integers, :integers], split: [:text, :text]],
    "Elixir.String": [replace: [:text, :text, :text], at: [:text, :integers], jaro_distance: [:text, :text], myers_difference: [:text, :text], to_charlist: [:text]],
    "Elixir.Integer": [pow: [:integers, :integers], digits: [:integers, :integers], undigits: [:lists, :integers], extended_gcd: [:integers, :integers]],
    "Elixir.Enum": [slice: [:any, :integers, :integers], chunk_every: [:any, :integers, :integers], sort_by: [:any, :funs], zip: [:lists, :maps]],
    "Elixir.Enum": [reduce: [:any, :any, :funs], at: [:any, :integers], take: [:any, :integers], map: [:maps, :funs], into: [:any, :any]],
    "Elixir.Kernel": [inspect: [:any, :lists], struct: [:maps, :lists], put_in: [:maps, :lists, :any], "=~": [:text, :maps]],
    "Elixir.Code": [string_to_quoted: [:text, :lists], eval_string: [:regex, :lists], eval_quoted: [:term, :lists], format_string!: [:text]],
    "Elixir.Macro": [to_string: [:term], expand: [:term, :maps], prewalk: [:term, :funs], decompose_call: [:term], escape: [:any]]
  ]

  defp pool(n) do
    case n do
      0 -> integers()
      1 -> floats()
      2 -> atoms()
      3 -> bitstrings()
      4 -> lists()
      5 -> tuples()
      6 -> maps()
      7 -> funs()
      8 -> identities()
      9 -> specs()
    end
  end

  # How often each pool is taken.
  @weights {0, 0, 0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 6, 6, 7, 8, 8, 9}

  # What ends the machine, changes its world or takes away what this program stands on.
  @left_out [
    erlang: ~w(halt delete_module purge_module load_module system_flag open_port set_cookie)a,
    code: ~w(stop delete purge soft_purge load_binary del_path set_path add_patha add_pathz add_path del_paths)a,
    vial_code: ~w(delete purge set_path)a,
    vial_compiler: ~w(emit finish_batch)a,
    os: ~w(cmd set_signal)a,
    timer: [],
    ets: ~w(tab2file i)a,
    Kernel: ~w(exit)a,
    Code: ~w(delete_path purge_compiler_modules compiler_options put_compiler_option delete_paths unload_files)a,
    Process: []
  ]
  @erlang ~w(erlang lists maps binary ets unicode math re string io_lib rand timer atomics counters persistent_term
             erts_debug array base64 calendar filename gb_sets gb_trees orddict ordsets proplists queue sets code os
             vial_code vial_compiler vial_re vial_unicode vial_argument vial_error io_lib_pretty io_lib_fread proc_lib gen)a
  @elixir [Access, Agent, Atom, Base, Bitwise, Code, Code.Fragment, Enum, Exception, Float, Function, GenServer, Inspect.Algebra] ++
            [Integer, Kernel, Keyword, List, List.Chars, Macro, Map, MapSet, Module, OptionParser, Path, Process, Range, Regex] ++
            [Registry, Stream, String, String.Chars, StringIO, Supervisor, Task, Tuple, URI, Version, Enumerable, Collectable, Inspect]

  def functions do
    for module <- @erlang ++ @elixir,
        {name, arity} <- exports(module),
        name not in Keyword.get(@left_out, module, []),
        name not in Keyword.get(@left_out, short(module), []),
        not String.starts_with?(Atom.to_string(name), "MACRO-"),
        do: {module, name, arity}
  end

  defp short(module), do: module |> inspect() |> String.to_atom()

  defp exports(module) do
    Code.ensure_loaded(module)
    of_module = if :erlang.module_loaded(module), do: module.module_info(:exports), else: []
    # Natives of modules that are not there as modules stand in the table alone.
    Enum.sort(Enum.uniq(of_module ++ :vial_code.exports(module)))
  end

  # --- one call ---------------------------------------------------------------------------------------

  # Of the modules that are named, or of all.
  def run(seed, rounds, modules) do
    functions = List.to_tuple(for {module, _, _} = function <- functions(), modules == [] or inspect(module) in modules, do: function)
    :rand.seed(:exsss, {seed, 1, 2})
    shapes = for {module, calls} <- @shapes, {name, pools} <- calls, modules == [] or inspect(module) in modules, do: {module, name, pools}
    state = %{functions: functions, shapes: List.to_tuple(shapes), good: %{}, answers: %{}, slow: [], baseline: MapSet.new(Process.list()), failed: 0}
    Enum.reduce(1..rounds, state, &round/2)
  end

  defp round(number, state) do
    fixture()
    {{module, name, _} = called, arguments} = choose(state)
    arguments = if module in [Code, :vial_compiler], do: Enum.map(arguments, &few/1), else: arguments
    texts = Enum.map_join(arguments, ", ", &elem(&1, 0))
    text = "apply(#{inspect(elem(called, 0))}, #{inspect(name)}, [#{texts}])"
    IO.puts("#{number} #{text}")
    {answer, delay} = call(called, Enum.map(arguments, &elem(&1, 1)))
    sweep(state.baseline)
    state = if delay > 300, do: %{state | slow: [{delay, text} | state.slow]}, else: state
    state = if answer == :does_not_die, do: %{state | failed: state.failed + 1}, else: state
    good = if answer in [:value, :killed], do: Map.update(state.good, called, [arguments], &Enum.take([arguments | &1], 6)), else: state.good
    %{state | good: good, answers: Map.update(state.answers, answer, 1, &(&1 + 1))}
  end

  # Compiling takes time and memory by the square of the variables; the compiler's pool goes on when its caller is killed.
  defp few({text, make}), do: if(text =~ "pairs(50000)", do: {"H.pairs(500)", fn -> H.pairs(500) end}, else: {text, make})

  defp choose(state) do
    if state.shapes != {} and :rand.uniform(3) == 1 do
      {module, name, pools} = elem(state.shapes, :rand.uniform(tuple_size(state.shapes)) - 1)
      {{module, name, length(pools)}, Enum.map(pools, &of/1)}
    else
      {_, _, arity} = called = elem(state.functions, :rand.uniform(tuple_size(state.functions)) - 1)
      {called, arguments(Map.get(state.good, called, []), arity)}
    end
  end

  defp of(:any), do: term()
  defp of(:number), do: Enum.random(integers() ++ floats())
  defp of(:integers), do: Enum.random(integers())
  defp of(:floats), do: Enum.random(floats())
  defp of(:atoms), do: Enum.random(atoms())
  defp of(:bitstrings), do: if(:rand.uniform(2) == 1, do: of(:text), else: Enum.random(bitstrings()))
  defp of(:lists), do: Enum.random(lists())
  defp of(:tuples), do: Enum.random(tuples())
  defp of(:maps), do: Enum.random(maps())
  defp of(:funs), do: Enum.random(funs())
  defp of(:identities), do: Enum.random(identities())
  defp of(:specs), do: Enum.random(specs())
  defp of(:table), do: Enum.random([{":fuzz_set", fn -> :fuzz_set end}, {":fuzz_ordered", fn -> :fuzz_ordered end}, {":fuzz_bag", fn -> :fuzz_bag end} | identities()])
  defp of(:spec), do: if(:rand.uniform(2) == 1, do: of(:specs), else: made("spec", &H.spec/1))
  defp of(:text), do: made("text", &H.text/1)
  defp of(:regex), do: made("regex", &H.regex/1)
  defp of(:damaged), do: made("damaged", &H.damaged/1)
  defp of(:term), do: made("term", &H.term/1)

  defp made(name, make) do
    n = :rand.uniform(1_000_000_000)
    {"H.#{name}(#{n})", fn -> make.(n) end}
  end

  # Half of the calls are ones that gave a value once, with another argument in one place.
  defp arguments([_ | _] = good, arity) when arity > 0 do
    if :rand.uniform(2) == 1,
      do: List.replace_at(Enum.random(good), :rand.uniform(arity) - 1, term()),
      else: arguments([], arity)
  end

  defp arguments(_, arity), do: for(_ <- 1..arity//1, do: term())

  defp term do
    case :rand.uniform(12) do
      1 -> combine(for(_ <- 1..:rand.uniform(3), do: atomic()))
      _ -> atomic()
    end
  end

  defp atomic do
    @weights |> elem(:rand.uniform(tuple_size(@weights)) - 1) |> pool() |> Enum.random()
  end

  defp combine(parts) do
    text = Enum.map_join(parts, ", ", &elem(&1, 0))
    make = fn -> Enum.map(parts, &elem(&1, 1).()) end

    case :rand.uniform(3) do
      1 -> {"[#{text}]", make}
      2 -> {"{#{text}}", fn -> List.to_tuple(make.()) end}
      3 -> {"Map.new([#{text}], &{&1, 1})", fn -> Map.new(make.(), &{&1, 1}) end}
    end
  end

  @limit_ms 150
  @heap_words 16_000_000

  defp call({module, name, _}, makers) do
    heap = %{size: @heap_words, kill: true, error_logger: false}
    # Its output goes nowhere.
    sink = spawn(&sink/0)
    body = fn -> answer(module, name, makers, sink) end
    {pid, ref} = :erlang.spawn_opt(body, [:monitor, max_heap_size: heap])

    answer =
      receive do
        {:DOWN, ^ref, _, _, reason} -> {reason_of(reason), 0}
      after
        @limit_ms -> kill(pid, ref)
      end

    Process.exit(sink, :kill)
    answer
  end

  defp answer(module, name, makers, sink) do
    Process.group_leader(self(), sink)
    arguments = Enum.map(makers, & &1.())

    exit(
      try do
        apply(module, name, arguments)
        {:answer, :value}
      rescue
        e -> {:answer, e.__struct__}
      catch
        kind, _ -> {:answer, kind}
      end
    )
  end

  defp reason_of({:answer, answer}), do: answer
  defp reason_of(:killed), do: :killed
  defp reason_of(_), do: :exit

  defp kill(pid, ref) do
    start = System.monotonic_time(:millisecond)
    Process.exit(pid, :kill)

    receive do
      {:DOWN, ^ref, _, _, _} -> {:killed, System.monotonic_time(:millisecond) - start}
    after
      4_000 ->
        IO.puts("DOES NOT DIE")
        receive do
          {:DOWN, ^ref, _, _, _} -> :ok
        after
          60_000 -> System.halt(3)
        end

        {:does_not_die, System.monotonic_time(:millisecond) - start}
    end
  end

  defp sink do
    receive do
      {:io_request, from, ref, request} -> send(from, {:io_reply, ref, if(elem(request, 0) == :put_chars, do: :ok, else: :eof)})
      _ -> :ok
    end

    sink()
  end

  # What calls left behind.
  defp sweep(baseline) do
    for pid <- Process.list(), not MapSet.member?(baseline, pid), do: Process.exit(pid, :kill)
    if length(:ets.all()) > 50, do: for(table <- :ets.all(), do: forget(table))
    flush()
  end

  defp forget(table), do: if(:ets.info(table, :owner) == self(), do: :ets.delete(table))

  defp flush do
    receive do
      _ -> flush()
    after
      0 -> :ok
    end
  end

  defp fixture do
    for {name, kind} <- [fuzz_set: :set, fuzz_ordered: :ordered_set, fuzz_bag: :bag], :ets.whereis(name) == :undefined do
      :ets.new(name, [kind, :public, :named_table])
      :ets.insert(name, for(i <- 1..40, do: {rem(i, 10), i, %{i => "v"}, [i]}))
    end
  end
end

[seed, rounds | modules] = System.argv()
state = Fuzz.run(String.to_integer(seed), String.to_integer(rounds), modules)
for {answer, count} <- Enum.sort(state.answers), do: IO.puts("#{count} #{inspect(answer)}")
for {delay, text} <- Enum.take(Enum.sort(state.slow, :desc), 30), do: IO.puts("died #{delay} ms after the kill: #{text}")
if state.failed > 0, do: System.halt(1)
