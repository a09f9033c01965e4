# Puzzle-style parsing: binary patterns, regex scans, integers in columns.
input = """
move 3 from 1 to 2
move 12 from 3 to 1

[A] [B]     [C]
 1   2   3   4
px{a<2006:qkq,m>2090:A,rfg}
Sensor at x=-2, y=15: closest beacon is at x=-10, y=0x1F
"""

[moves, rest] = String.split(input, "\n\n")
IO.inspect(for("move " <> line <- String.split(moves, "\n"), do: line |> String.split(" ") |> Enum.flat_map(&(case Integer.parse(&1) do {n, ""} -> [n]; _ -> [] end)))) # expect: [[3, 1, 2], [12, 3, 1]]
[crates, columns, rule, sensor] = String.split(rest, "\n", trim: true)
IO.inspect(for(<<_, c, _, _ <- crates <> " ">>, do: <<c>>)) # expect: ["A", "B", " ", "C"]
IO.inspect(crates |> String.to_charlist() |> Enum.chunk_every(4) |> Enum.map(&Enum.at(&1, 1))) # expect: 'AB C'
IO.inspect(columns |> String.split() |> Enum.map(&String.to_integer/1)) # expect: [1, 2, 3, 4]
IO.inspect(Regex.run(~r/(\w+)\{(.*)\}/, rule, capture: :all_but_first)) # expect: ["px", "a<2006:qkq,m>2090:A,rfg"]
IO.inspect(Regex.scan(~r/(?<key>[xmas])(?<op>[<>])(\d+):(\w+)/, rule, capture: :all_but_first)) # expect: [["a", "<", "2006", "qkq"], ["m", ">", "2090", "A"]]
IO.inspect(Regex.named_captures(~r/(?<name>\w+)\{(?<first>[^,]+)/, rule)) # expect: %{"first" => "a<2006:qkq", "name" => "px"}
IO.inspect(Regex.scan(~r/-?\d+/, sensor) |> List.flatten() |> Enum.map(&String.to_integer/1)) # expect: [-2, 15, -10, 0, 1]
IO.inspect(Integer.parse("0x1F") == {0, "x1F"} and Integer.parse("1F", 16) == {31, ""}) # expect: true

defmodule Packet do
  def decode(hex), do: hex |> Base.decode16!() |> packet() |> elem(0)

  defp packet(<<v::3, 4::3, rest::bits>>) do
    {value, rest} = literal(rest, <<>>)
    {{:literal, v, value}, rest}
  end

  defp packet(<<v::3, op::3, 0::1, n::15, sub::bits-size(n), rest::bits>>), do: {{:op, v, op, all(sub)}, rest}

  defp packet(<<v::3, op::3, 1::1, n::11, rest::bits>>) do
    {subs, rest} = Enum.map_reduce(1..n, rest, fn _, rest -> packet(rest) end)
    {{:op, v, op, subs}, rest}
  end

  defp literal(<<1::1, d::bits-4, rest::bits>>, acc), do: literal(rest, <<acc::bits, d::bits>>)

  defp literal(<<0::1, d::bits-4, rest::bits>>, acc) do
    bits = <<acc::bits, d::bits>>
    size = bit_size(bits)
    <<n::size(size)>> = bits
    {n, rest}
  end

  defp all(<<>>), do: []

  defp all(bits) do
    {p, rest} = packet(bits)
    [p | all(rest)]
  end
end

IO.inspect(Packet.decode("D2FE28")) # expect: {:literal, 6, 2021}
IO.inspect(Packet.decode("38006F45291200")) # expect: {:op, 1, 6, [{:literal, 6, 10}, {:literal, 2, 20}]}
IO.inspect(Packet.decode("EE00D40C823060")) # expect: {:op, 7, 3, [{:literal, 2, 1}, {:literal, 4, 2}, {:literal, 1, 3}]}
