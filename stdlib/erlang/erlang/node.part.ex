# stdlib/erlang/erlang/node.part.ex: what a node alone answers.
# Here: nodes, cookies, connections and what would make the node one of several.
# Holds: a question is answered as by a node that nobody has named; what would change that is an error.

@doc "The nodes of a kind with what is known of them: none, for a node alone."
def nodes(kind, info) when is_map(info), do: for(node <- :erlang.nodes(kind), do: {node, %{}})

@doc "Breaks a connection: `:ignored` where no node is connected."
def disconnect_node(node) when is_atom(node), do: :ignored

@doc "The secret shared by nodes of a cluster: `:nocookie` for a node alone."
def get_cookie, do: :nocookie
def get_cookie(node) when is_atom(node), do: :nocookie

@doc "Sets the secret of the node: `:distribution_not_started` for a node alone."
def set_cookie(cookie), do: set_cookie_of([cookie], [:atom])

@doc "As `set_cookie/1`, of another node."
def set_cookie(node, cookie), do: set_cookie_of([node, cookie], [:atom, :atom])

defp set_cookie_of(args, kinds) do
  if :vial_argument.causes(args, kinds) == [], do: :erlang.error(:distribution_not_started, args), else: :vial_error.wrong(args, kinds)
end

@doc "As `monitor_node/2`; `options` change nothing for a node alone."
def monitor_node(node, on?, options) when is_list(options), do: :erlang.monitor_node(node, on?)

@doc "As `monitor_node/3`."
def dmonitor_node(node, on?, options), do: monitor_node(node, on?, options)

@doc "Names the node or a connection: distribution, which Vial does not have yet, would do this."
def setnode(_node, _creation), do: no_distribution("setnode/2")
def setnode(_node, _controller, _options), do: no_distribution("setnode/3")

@doc "Data of a connection between nodes: Vial has no distribution yet."
def dist_ctrl_get_data(_handle), do: no_distribution("dist_ctrl_get_data/1")

@doc "As `dist_ctrl_get_data/1`."
def dist_ctrl_get_data_notification(_handle), do: no_distribution("dist_ctrl_get_data_notification/1")

@doc "As `dist_ctrl_get_data/1`."
def dist_ctrl_get_opt(_handle, _option), do: no_distribution("dist_ctrl_get_opt/2")

@doc "As `dist_ctrl_get_data/1`."
def dist_ctrl_set_opt(_handle, _option, _value), do: no_distribution("dist_ctrl_set_opt/3")

@doc "As `dist_ctrl_get_data/1`."
def dist_ctrl_input_handler(_handle, _pid), do: no_distribution("dist_ctrl_input_handler/2")

@doc "As `dist_ctrl_get_data/1`."
def dist_ctrl_put_data(_handle, _data), do: no_distribution("dist_ctrl_put_data/2")

@doc "As `dist_ctrl_get_data/1`."
def dist_get_stat(_handle), do: no_distribution("dist_get_stat/1")

defp no_distribution(name), do: raise("erlang:#{name} needs distribution, which vial does not have yet")
