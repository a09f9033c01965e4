# A bank account: a GenServer guarded by its API.
defmodule BankAccount do
  use GenServer
  @opaque account :: pid
  @spec open() :: account
  def open do
    {:ok, pid} = GenServer.start_link(__MODULE__, [])
    pid
  end

  @spec close(account) :: :ok
  def close(account), do: GenServer.call(account, :close)
  def balance(account), do: GenServer.call(account, :balance)
  def deposit(account, amount) when amount > 0, do: GenServer.call(account, {:update, amount})
  def deposit(_, _), do: {:error, :amount_must_be_positive}
  def withdraw(account, amount), do: GenServer.call(account, {:update, -amount})

  @impl true
  def init(_), do: {:ok, %{balance: 0, open: true}}

  @impl true
  def handle_call(:close, _from, state), do: {:reply, :ok, %{state | open: false}}
  def handle_call(_, _from, %{open: false} = state), do: {:reply, {:error, :account_closed}, state}
  def handle_call(:balance, _from, state), do: {:reply, state.balance, state}

  def handle_call({:update, amount}, _from, %{balance: balance} = state) do
    case balance + amount do
      new when new < 0 -> {:reply, {:error, :not_enough_balance}, state}
      new -> {:reply, :ok, %{state | balance: new}}
    end
  end
end

account = BankAccount.open()
IO.inspect(BankAccount.balance(account)) # expect: 0
IO.inspect(BankAccount.deposit(account, 100)) # expect: :ok
IO.inspect(BankAccount.withdraw(account, 130)) # expect: {:error, :not_enough_balance}
IO.inspect(BankAccount.deposit(account, -1)) # expect: {:error, :amount_must_be_positive}
tasks = for _ <- 1..50, do: Task.async(fn -> BankAccount.deposit(account, 1); BankAccount.withdraw(account, 1) end)
Enum.each(tasks, &Task.await/1)
IO.inspect(BankAccount.balance(account)) # expect: 100
IO.inspect(BankAccount.close(account)) # expect: :ok
IO.inspect(BankAccount.deposit(account, 10)) # expect: {:error, :account_closed}
IO.inspect(BankAccount.balance(account)) # expect: {:error, :account_closed}
