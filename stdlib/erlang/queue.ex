# stdlib/erlang/queue.ex: double-ended queues.
# Source: two lists, as in C. Okasaki, "Purely Functional Data Structures", 1998, 5.2: {rear, front}, the rear
# with its last element first.
# Holds: with two elements or more neither list is empty; when one would be, the other is halved. So both
# ends are reached in constant time, amortised.
defmodule :queue do
  @moduledoc """
  First in, first out queues that may be worked on at both ends.

      iex> q = :queue.in(2, :queue.in(1, :queue.new()))
      iex> {{:value, 1}, q} = :queue.out(q)
      iex> :queue.to_list(q)
      [2]

  The functions `cons`, `head`, `tail`, `snoc`, `last`, `init` and so on are other names for the same.
  """

  import Kernel, except: [in: 2]

  defguardp is_pair(rear, front) when is_list(rear) and is_list(front)

  @doc "An empty queue."
  def new, do: {[], []}

  @doc "Whether a term looks like a queue."
  def is_queue({rear, front}) when is_pair(rear, front), do: true
  def is_queue(_other), do: false

  @doc "Whether there is no element."
  def is_empty({[], []}), do: true
  def is_empty({rear, front}) when is_pair(rear, front), do: false
  def is_empty(other), do: :erlang.error(:badarg, [other])

  @doc "The number of elements; linear."
  def len({rear, front}) when is_pair(rear, front), do: length(rear) + length(front)
  def len(other), do: :erlang.error(:badarg, [other])

  @doc "The elements from front to rear."
  def to_list({rear, front}) when is_pair(rear, front), do: front ++ :lists.reverse(rear, [])
  def to_list(other), do: :erlang.error(:badarg, [other])

  @doc "The queue of a list's elements, the first at the front."
  def from_list(list) when is_list(list), do: from_front(list)
  def from_list(other), do: :erlang.error(:badarg, [other])

  @doc "Whether `element` is in the queue."
  def member(element, {rear, front}) when is_pair(rear, front),
    do: :lists.member(element, rear) or :lists.member(element, front)

  def member(element, other), do: :erlang.error(:badarg, [element, other])

  # A queue of the front's elements alone, and of the rear's.
  defp from_front(list) do
    {front, rear} = :lists.split(div(length(list), 2), list)
    {:lists.reverse(rear, []), front}
  end

  defp from_rear(list) do
    {rear, front} = :lists.split(div(length(list), 2), list)
    {rear, :lists.reverse(front, [])}
  end

  @doc "The queue with `element` at its rear."
  def unquote(:in)(element, {[_] = rear, []}), do: {[element], rear}

  def unquote(:in)(element, {rear, front}) when is_pair(rear, front),
    do: {[element | rear], front}

  def unquote(:in)(element, other), do: :erlang.error(:badarg, [element, other])

  @doc "The queue with `element` at its front."
  def in_r(element, {[], [_] = front}), do: {front, [element]}
  def in_r(element, {rear, front}) when is_pair(rear, front), do: {rear, [element | front]}
  def in_r(element, other), do: :erlang.error(:badarg, [element, other])

  @doc "`{{:value, front_element}, rest}`, or `{:empty, queue}`."
  def out({[], []} = queue), do: {:empty, queue}
  def out({[x], []}), do: {{:value, x}, {[], []}}

  def out({[last | rear], []}) when is_list(rear) do
    [x | front] = :lists.reverse(rear, [])
    {{:value, x}, {[last], front}}
  end

  def out({rear, [x]}) when is_list(rear), do: {{:value, x}, from_rear(rear)}
  def out({rear, [x | front]}) when is_list(rear), do: {{:value, x}, {rear, front}}
  def out(other), do: :erlang.error(:badarg, [other])

  @doc "`{{:value, rear_element}, rest}`, or `{:empty, queue}`."
  def out_r({[], []} = queue), do: {:empty, queue}
  def out_r({[], [x]}), do: {{:value, x}, {[], []}}

  def out_r({[], [first | front]}) when is_list(front) do
    [x | rear] = :lists.reverse(front, [])
    {{:value, x}, {rear, [first]}}
  end

  def out_r({[x], front}) when is_list(front), do: {{:value, x}, from_front(front)}
  def out_r({[x | rear], front}) when is_list(front), do: {{:value, x}, {rear, front}}
  def out_r(other), do: :erlang.error(:badarg, [other])

  @doc "The element at the front of a queue that is not empty."
  def get({[], []} = queue), do: :erlang.error(:empty, [queue])
  def get({rear, front}) when is_pair(rear, front), do: first(rear, front)
  def get(other), do: :erlang.error(:badarg, [other])

  @doc "The element at the rear of a queue that is not empty."
  def get_r({[], []} = queue), do: :erlang.error(:empty, [queue])
  def get_r({rear, front}) when is_pair(rear, front), do: first(front, rear)
  def get_r(other), do: :erlang.error(:badarg, [other])

  defp first(_far, [x | _]), do: x
  defp first(far, []), do: :lists.last(far)

  @doc "`{:value, front_element}`, or `:empty`."
  def peek({[], []}), do: :empty
  def peek({rear, front}) when is_pair(rear, front), do: {:value, first(rear, front)}
  def peek(other), do: :erlang.error(:badarg, [other])

  @doc "`{:value, rear_element}`, or `:empty`."
  def peek_r({[], []}), do: :empty
  def peek_r({rear, front}) when is_pair(rear, front), do: {:value, first(front, rear)}
  def peek_r(other), do: :erlang.error(:badarg, [other])

  @doc "The queue without its front element."
  def drop(queue), do: dropped(out(queue))

  @doc "The queue without its rear element."
  def drop_r(queue), do: dropped(out_r(queue))

  defp dropped({:empty, queue}), do: :erlang.error(:empty, [queue])
  defp dropped({_, queue}), do: queue

  @doc "The queue the other way round."
  def reverse({rear, front}) when is_pair(rear, front), do: {front, rear}
  def reverse(other), do: :erlang.error(:badarg, [other])

  @doc "The second queue behind the first."
  def join({rear, front} = queue, {[], []}) when is_pair(rear, front), do: queue
  def join({[], []}, {rear, front} = queue) when is_pair(rear, front), do: queue

  def join({rear1, front1}, {rear2, front2})
      when is_pair(rear1, front1) and is_pair(rear2, front2),
      do: {rear2, front1 ++ :lists.reverse(rear1, front2)}

  def join(queue1, queue2), do: :erlang.error(:badarg, [queue1, queue2])

  @doc "Two queues: the first `n` elements and the rest."
  def split(0, {rear, front} = queue) when is_pair(rear, front), do: {{[], []}, queue}

  # One element alone ends up where OTP has it; only who looks inside can tell.
  def split(1, {[], [x]}), do: {{[x], []}, {[], []}}

  def split(n, {rear, front} = queue) when is_integer(n) and n >= 1 and is_pair(rear, front) do
    in_front = length(front)

    cond do
      n == in_front + length(rear) ->
        {queue, {[], []}}

      n == in_front ->
        {from_front(front), from_rear(rear)}

      n < in_front ->
        {taken, rest} = :lists.split(n, front)
        {all_but_first_in_rear(taken), {rear, rest}}

      n < in_front + length(rear) ->
        {behind, taken} = :lists.split(in_front + length(rear) - n, rear)
        {with_front(taken, front), all_but_last_in_front(behind)}

      true ->
        :erlang.error(:badarg, [n, queue])
    end
  end

  def split(n, other), do: :erlang.error(:badarg, [n, other])

  defp all_but_first_in_rear([x | rest]), do: {:lists.reverse(rest, []), [x]}

  defp all_but_last_in_front([x | rest]), do: {[x], :lists.reverse(rest, [])}

  defp with_front(rear, []), do: from_rear(rear)
  defp with_front(rear, front), do: {rear, front}

  @doc "The elements for which `fun` is true; where it gives a list, its elements."
  def filter(fun, {rear, front}) when is_function(fun, 1) and is_pair(rear, front) do
    keep(filter_front(front, fun), filter_rear(rear, fun))
  end

  def filter(fun, other), do: :erlang.error(:badarg, [fun, other])

  defp keep([], rear), do: from_rear(rear)
  defp keep(front, []), do: from_front(front)
  defp keep(front, rear), do: {rear, front}

  defp filter_front([x | rest], fun) do
    case fun.(x) do
      true -> [x | filter_front(rest, fun)]
      false -> filter_front(rest, fun)
      list when is_list(list) -> list ++ filter_front(rest, fun)
    end
  end

  defp filter_front([], _fun), do: []

  # The rear is gone through from its oldest element, as the queue is.
  defp filter_rear(rear, fun), do: filter_rear(:lists.reverse(rear, []), fun, [])

  defp filter_rear([x | rest], fun, acc) do
    case fun.(x) do
      true -> filter_rear(rest, fun, [x | acc])
      false -> filter_rear(rest, fun, acc)
      list when is_list(list) -> filter_rear(rest, fun, :lists.reverse(list, acc))
    end
  end

  defp filter_rear([], _fun, acc), do: acc

  @doc "Filters and maps: `true` keeps, `false` drops, `{true, value}` puts `value`."
  def filtermap(fun, {rear, front}) when is_function(fun, 1) and is_pair(rear, front) do
    front = :lists.filtermap(fun, front)
    keep(front, :lists.reverse(:lists.filtermap(fun, :lists.reverse(rear, [])), []))
  end

  def filtermap(fun, other), do: :erlang.error(:badarg, [fun, other])

  @doc "Folds over the elements from front to rear."
  def fold(fun, acc, {rear, front}) when is_function(fun, 2) and is_pair(rear, front),
    do: :lists.foldr(fun, :lists.foldl(fun, acc, front), rear)

  def fold(fun, acc, other), do: :erlang.error(:badarg, [fun, acc, other])

  @doc "Whether `fun` is true for any element."
  def any(fun, {rear, front}) when is_function(fun, 1) and is_pair(rear, front),
    do: :lists.any(fun, front) or :lists.any(fun, rear)

  def any(fun, other), do: :erlang.error(:badarg, [fun, other])

  @doc "Whether `fun` is true for all elements."
  def all(fun, {rear, front}) when is_function(fun, 1) and is_pair(rear, front),
    do: :lists.all(fun, front) and :lists.all(fun, rear)

  def all(fun, other), do: :erlang.error(:badarg, [fun, other])

  @doc "The queue without the first element equal (`=:=`) to `element`."
  def delete(element, queue), do: delete_with(&(&1 === element), queue)

  @doc "The queue without the last element equal (`=:=`) to `element`."
  def delete_r(element, queue), do: delete_with_r(&(&1 === element), queue)

  @doc "The queue without the first element for which `fun` is true."
  def delete_with(fun, {rear, front} = queue) when is_function(fun, 1) and is_pair(rear, front) do
    case without_first(front, fun) do
      :none ->
        case without_first(:lists.reverse(rear, []), fun) do
          :none -> queue
          rest -> keep(front, :lists.reverse(rest, []))
        end

      rest ->
        keep(rest, rear)
    end
  end

  def delete_with(fun, other), do: :erlang.error(:badarg, [fun, other])

  @doc "The queue without the last element for which `fun` is true."
  def delete_with_r(fun, {rear, front}) when is_function(fun, 1) and is_pair(rear, front),
    do: fun |> delete_with({front, rear}) |> reverse()

  def delete_with_r(fun, other), do: :erlang.error(:badarg, [fun, other])

  defp without_first(list, fun) do
    case :lists.splitwith(&(not fun.(&1)), list) do
      {_, []} -> :none
      {before, [_ | rest]} -> before ++ rest
    end
  end

  @doc "The queue with `element` at its front."
  def cons(element, queue), do: in_r(element, queue)

  @doc "The element at the front."
  def head(queue), do: get(queue)

  @doc "The queue without its front element."
  def tail(queue), do: drop(queue)

  @doc "The queue with `element` at its rear."
  def snoc(queue, element), do: unquote(:in)(element, queue)

  @doc "The element at the rear."
  def last(queue), do: get_r(queue)

  @doc "The queue without its rear element."
  def init(queue), do: drop_r(queue)

  @doc false
  def daeh(queue), do: get_r(queue)

  @doc false
  def lait(queue), do: drop_r(queue)

  @doc false
  def liat(queue), do: drop_r(queue)
end
