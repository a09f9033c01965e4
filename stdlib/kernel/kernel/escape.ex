# stdlib/kernel/kernel/escape.ex: a value as the quoted form that gives it.
# Here: what Macro.escape/2 does.
# Not here: quote, which the compiler knows.
# Holds: only special forms and calls by full name. Lists are walked from the end, so a long one
# costs no deep stack per element.
defmodule Kernel.Escape do
  @moduledoc false

  # `unquote`: whether unquote and unquote_splicing in the value are kept as code.
  def escape(value, unquote), do: go(value, unquote)

  defp go({:unquote, _, [code]}, true), do: code

  # What stands in a quote within the value is unquoted when that quote is built; its options are not.
  defp go({:quote, meta, [code]}, true), do: {:{}, [], [:quote, go(meta, false), [go(code, false)]]}

  defp go({:quote, meta, [opts, code]}, true) do
    {:{}, [], [:quote, go(meta, false), [go(opts, true), go(code, false)]]}
  end

  defp go({left, right}, unquote), do: {go(left, unquote), go(right, unquote)}

  defp go({{:., meta, [left, :unquote]}, _, [code]}, true) do
    remote_unquote(meta, left, code, nil)
  end

  defp go({{{:., meta, [left, :unquote]}, _, [code]}, _, args}, true) when is_list(args) do
    remote_unquote(meta, left, code, list(args, true))
  end

  defp go(tuple, unquote) when is_tuple(tuple) do
    {:{}, [], list(:erlang.tuple_to_list(tuple), unquote)}
  end

  defp go([], _), do: []
  defp go(value, unquote) when is_list(value), do: list(value, unquote)

  defp go(%{} = map, unquote) do
    {:%{}, [], :"Elixir.Kernel.Utils".map(fn {k, v} -> {go(k, unquote), go(v, unquote)} end, :maps.to_list(map))}
  end

  defp go(bits, _) when is_binary(bits), do: bits

  defp go(bits, _) when is_bitstring(bits) do
    extra = :erlang.rem(bit_size(bits), 8)
    bytes = :erlang.div(bit_size(bits), 8)
    <<whole::size(bytes)-binary, rest::size(extra)>> = bits
    size = {:size, [], [extra]}
    {:<<>>, [], [{:"::", [], [whole, {:binary, [], :"Elixir.Kernel.Escape"}]}, {:"::", [], [rest, size]}]}
  end

  defp go(fun, _) when is_function(fun) do
    case {:erlang.fun_info(fun, :env), :erlang.fun_info(fun, :type)} do
      {_, {:type, :external}} -> external(fun)
      _ -> bad(fun)
    end
  end

  defp go(pid, _) when is_pid(pid), do: pid
  defp go(other, _) when is_port(other) when is_reference(other), do: bad(other)
  defp go(other, _), do: other

  defp external(fun) do
    {:module, module} = :erlang.fun_info(fun, :module)
    {:name, name} = :erlang.fun_info(fun, :name)
    {:arity, arity} = :erlang.fun_info(fun, :arity)
    call = {{:., [], [module, name]}, [no_parens: true], []}
    {:&, [], [{:/, [], [call, arity]}]}
  end

  defp bad(value) do
    :erlang.error(
      :"Elixir.ArgumentError".exception(
        <<"cannot escape ", :"Elixir.Kernel".inspect(value)::binary,
          ". The supported values are: ",
          "lists, tuples, maps, atoms, numbers, bitstrings, ",
          "PIDs and remote functions in the format &Mod.fun/arity">>
      )
    )
  end

  # A list from its end on; a splice becomes ++.
  defp list(list, unquote) do
    {items, tail} = backwards(list, [])

    case tail do
      [] -> join(items, [], unquote)
      _ -> improper(items, go(tail, unquote), unquote)
    end
  end

  defp backwards([h | t], acc), do: backwards(t, [h | acc])
  defp backwards(tail, acc), do: {acc, tail}

  defp improper([last | before], tail, unquote) do
    join(before, [{:|, [], [go(last, unquote), tail]}], unquote)
  end

  defp join([{:unquote_splicing, _, [code]} | rest], [], true), do: join(rest, code, true)

  defp join([{:unquote_splicing, _, [code]} | rest], acc, true) do
    join(rest, {{:., [], [:erlang, :++]}, [], [code, acc]}, true)
  end

  defp join([item | rest], acc, unquote) when is_list(acc) do
    join(rest, [go(item, unquote) | acc], unquote)
  end

  # Behind the elements stands code that gives the rest.
  defp join([item | rest], acc, unquote) do
    join(rest, [{:|, [], [go(item, unquote), acc]}], unquote)
  end

  defp join([], acc, _), do: acc

  defp remote_unquote(meta, left, code, args) do
    {{:., [], [:vial_compiler, :quote_dot]}, [],
     [go(meta, false), go(left, true), code, args]}
  end
end
