# Arguments are evaluated from left to right, but where a call stands for one of the machine's with other places.
defmodule Order do
  def t(name, value) do
    Process.put(:order, [name | Process.get(:order, [])])
    value
  end

  def took, do: Process.delete(:order) |> Enum.reverse() |> Enum.join(" ")

  def maps do
    Map.delete(t("m", %{}), t("k", 1))
    a = took()
    Map.fetch(t("m", %{}), t("k", 1))
    b = took()
    Map.put(t("m", %{}), t("k", 1), t("v", 1))
    c = took()
    Map.replace!(t("m", %{1 => 1}), t("k", 1), t("v", 2))
    d = took()
    Map.get(t("m", %{}), t("k", 1), t("d", 2))
    e = took()
    %{t("m", %{1 => 2}) | t("k", 1) => t("v", 3)}
    {a, b, c, d, e, took()}
  end

  def tuples do
    elem(t("t", {1}), t("i", 0))
    a = took()
    put_elem(t("t", {1}), t("i", 0), t("v", 0))
    b = took()
    Tuple.insert_at(t("t", {}), t("i", 0), t("v", 1))
    c = took()
    Tuple.duplicate(t("d", 1), t("n", 2))
    {a, b, c, took()}
  end

  def others do
    Process.send_after(t("p", self()), t("m", 1), t("t", 0))
    a = took()
    <<t("a", 1)::size(t("s", 8)), t("b", 2)>>
    b = took()
    t("f", fn a, b -> a + b end).(t("a", 1), t("b", 2))
    c = took()
    t("a", 1) in [t("b", 1), t("c", 2)]
    d = took()
    List.keyfind(t("l", []), t("k", 0), t("p", 0))
    {a, b, c, d, took()}
  end
end

IO.inspect(Order.maps()) # expect: {"k m", "k m", "m k v", "k v m", "m k d", "m k v"}
IO.inspect(Order.tuples()) # expect: {"i t", "i t v", "i t v", "n d"}
IO.inspect(Order.others()) # expect: {"t p m", "a s b", "f a b", "a b c", "l k p"}
