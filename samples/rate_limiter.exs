# A token bucket: so many requests at once, then so many for each tick. The clock is passed in, so
# that the program prints the same on every day.
defmodule RateLimiter do
  use GenServer

  defstruct [:capacity, :per_tick, :clock, buckets: %{}]

  def start_link(opts), do: GenServer.start_link(__MODULE__, opts)
  def ask(limiter, who), do: GenServer.call(limiter, {:ask, who})

  @impl true
  def init(opts), do: {:ok, struct!(__MODULE__, opts)}

  @impl true
  def handle_call({:ask, who}, _from, %__MODULE__{} = state) do
    now = state.clock.()
    {tokens, since} = Map.get(state.buckets, who, {state.capacity, now})
    tokens = min(state.capacity, tokens + (now - since) * state.per_tick)

    if tokens >= 1 do
      {:reply, {:ok, tokens - 1}, put_in(state.buckets[who], {tokens - 1, now})}
    else
      {:reply, {:error, :slow_down}, put_in(state.buckets[who], {tokens, now})}
    end
  end
end

{:ok, time} = Agent.start_link(fn -> 0 end)
clock = fn -> Agent.get(time, & &1) end
{:ok, limiter} = RateLimiter.start_link(capacity: 3, per_tick: 2, clock: clock)

show = fn who ->
  case RateLimiter.ask(limiter, who) do
    {:ok, left} -> IO.puts("tick #{clock.()} #{who}: served, #{left} left")
    {:error, reason} -> IO.puts("tick #{clock.()} #{who}: #{reason}")
  end
end

for _ <- 1..4, do: show.("ann")
show.("bob")
Agent.update(time, &(&1 + 1))
for _ <- 1..3, do: show.("ann")
