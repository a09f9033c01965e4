# stdlib/erlang/erlang/port.part.ex: ports, of which there are none.
# Here: what is asked of ports and what opens one.
# Holds: programs of the OS come with a later release; until then no term is a port, and a port is refused as one
#        that is closed.

@doc """
The ports that are open: none.

## Examples

    iex> :erlang.ports()
    []
"""
def ports, do: []

@doc "Starts a program of the OS: this comes with a later release of Vial."
def open_port(_name, _options), do: raise("erlang:open_port/2 starts OS processes, which comes with a later release of vial")

@doc "What is known of a port: `:undefined`, as no port is open."
def port_info(_port), do: :undefined
def port_info(_port, _item), do: :undefined

@doc "Closes a port; no port is open, so no argument is right."
def port_close(port), do: :erlang.error(:badarg, [port])

@doc "Sends bytes to a port; no port is open, so no argument is right."
def port_command(port, data), do: :erlang.error(:badarg, [port, data])
def port_command(port, data, options), do: :erlang.error(:badarg, [port, data, options])

@doc "Gives a port to another process; no port is open, so no argument is right."
def port_connect(port, pid), do: :erlang.error(:badarg, [port, pid])

@doc "Asks a port's driver; no port is open, so no argument is right."
def port_control(port, operation, data), do: :erlang.error(:badarg, [port, operation, data])

@doc "As `port_control/3`, with terms."
def port_call(port, data), do: :erlang.error(:badarg, [port, data])
def port_call(port, operation, data), do: :erlang.error(:badarg, [port, operation, data])

@doc "A term kept with a port; no port is open, so no argument is right."
def port_get_data(port), do: :erlang.error(:badarg, [port])

@doc "Keeps a term with a port; no port is open, so no argument is right."
def port_set_data(port, data), do: :erlang.error(:badarg, [port, data])
