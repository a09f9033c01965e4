# Numbers in English and in Roman.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Say do
  @small ~w(zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen)
  @tens ~w(twenty thirty forty fifty sixty seventy eighty ninety)
  @scales [{1_000_000_000, "billion"}, {1_000_000, "million"}, {1_000, "thousand"}, {100, "hundred"}]
  def in_english(n) when n not in 0..999_999_999_999, do: {:error, "number is out of range"}
  def in_english(n), do: {:ok, say(n)}

  for {word, n} <- Enum.with_index(@small) do
    defp say(unquote(n)), do: unquote(word)
  end

  defp say(n) when n < 100 do
    ten = Enum.at(@tens, div(n, 10) - 2)
    if rem(n, 10) == 0, do: ten, else: ten <> "-" <> say(rem(n, 10))
  end

  for {scale, name} <- @scales do
    defp say(n) when n >= unquote(scale) do
      rest = rem(n, unquote(scale))
      say(div(n, unquote(scale))) <> unquote(" " <> name) <> if rest == 0, do: "", else: " " <> say(rest)
    end
  end
end

defmodule Roman do
  @digits [M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1]
  def to(n) do
    {text, 0} = Enum.reduce(@digits, {"", n}, fn {d, v}, {acc, n} -> {acc <> String.duplicate(to_string(d), div(n, v)), rem(n, v)} end)
    text
  end

  def from(""), do: 0
  for {d, v} <- Enum.sort_by(@digits, fn {d, v} -> {-String.length(to_string(d)), -v} end) do
    def from(unquote(to_string(d)) <> rest), do: unquote(v) + from(rest)
  end
end

IO.puts(inspect(Enum.map([0, 14, 20, 99, 100, 123, 1_000_002], &Say.in_english/1), width: 900)) # expect: [ok: "zero", ok: "fourteen", ok: "twenty", ok: "ninety-nine", ok: "one hundred", ok: "one hundred twenty-three", ok: "one million two"]
IO.puts(inspect(Say.in_english(987_654_321_123), width: 900)) # expect: {:ok, "nine hundred eighty-seven billion six hundred fifty-four million three hundred twenty-one thousand one hundred twenty-three"}
IO.puts(inspect(Say.in_english(-1), width: 900)) # expect: {:error, "number is out of range"}
IO.puts(inspect(Enum.map([1, 4, 9, 27, 48, 1994, 3000], &Roman.to/1), width: 900)) # expect: ["I", "IV", "IX", "XXVII", "XLVIII", "MCMXCIV", "MMM"]
IO.puts(inspect(Enum.all?(1..3999, &(&1 |> Roman.to() |> Roman.from() == &1)), width: 900)) # expect: true
IO.puts(inspect(error.(fn -> Roman.from("XQ") end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Roman.from/1"}
