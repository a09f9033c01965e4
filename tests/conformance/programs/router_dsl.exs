# A DSL: __using__, accumulating attributes, __before_compile__, on_definition.
defmodule Router do
  defmacro __using__(opts) do
    quote do
      import Router
      @before_compile Router
      @on_definition {Router, :note}
      Module.register_attribute(__MODULE__, :routes, accumulate: true)
      Module.register_attribute(__MODULE__, :defs, accumulate: true)
      @prefix Keyword.get(unquote(opts), :prefix, "")
      @scope []
    end
  end

  def note(env, kind, name, args, _guards, _body) do
    Module.put_attribute(env.module, :defs, {kind, name, length(args)})
  end

  defmacro scope(path, do: block) do
    quote do
      previous = @scope
      @scope previous ++ [unquote(path)]
      unquote(block)
      @scope previous
    end
  end

  for verb <- [:get, :post] do
    defmacro unquote(verb)(path, do: block) do
      verb = unquote(verb)
      name = :"#{verb}_#{:erlang.phash2(path, 1)}_#{length(Macro.prewalk(block, [], fn x, a -> {x, [1 | a]} end) |> elem(1))}"

      quote bind_quoted: [verb: verb, path: path, name: name, block: Macro.escape(block, unquote: true)] do
        full = @prefix <> Enum.join(@scope) <> path
        @routes {verb, full, name}
        def unquote(name)(var!(params)), do: (_ = var!(params); unquote(block))
      end
    end
  end

  defmacro __before_compile__(env) do
    routes = Module.get_attribute(env.module, :routes) |> Enum.reverse()

    clauses =
      for {verb, path, name} <- routes do
        pattern = path |> String.split("/", trim: true) |> Enum.map(&segment/1)
        vars = for {:var, v} <- pattern, do: {v, Macro.var(v, nil)}
        list = Enum.map(pattern, fn {:var, v} -> Macro.var(v, nil); {:lit, s} -> s end)

        quote do
          def match(unquote(verb), unquote(list)), do: unquote(name)(unquote({:%{}, [], vars}))
        end
      end

    quote do
      unquote_splicing(clauses)
      def match(verb, path), do: {:not_found, verb, path}
      def routes, do: unquote(Macro.escape(routes |> Enum.map(fn {v, p, _} -> {v, p} end)))
      def defs, do: @defs |> Enum.map(fn {k, _, a} -> {k, a} end) |> Enum.frequencies()
    end
  end

  defp segment(":" <> name), do: {:var, String.to_atom(name)}
  defp segment(s), do: {:lit, s}
end

defmodule App do
  use Router, prefix: "/api"

  get "/", do: "root"

  scope "/users" do
    get "/:id" do
      {:user, params.id}
    end

    scope "/admin" do
      post "/:id/:action" do
        Map.to_list(params)
      end
    end
  end
end

IO.inspect(App.match(:get, ["api"])) # expect: "root"
IO.inspect(App.match(:get, ["api", "users", "42"])) # expect: {:user, "42"}
IO.inspect(App.match(:post, ["api", "users", "admin", "7", "ban"])) # expect: [action: "ban", id: "7"]
IO.inspect(App.match(:post, ["nothing"])) # expect: {:not_found, :post, ["nothing"]}
IO.inspect(App.routes()) # expect: [get: "/api/", get: "/api/users/:id", post: "/api/users/admin/:id/:action"]
IO.inspect(App.defs()) # expect: %{{:def, 0} => 1, {:def, 1} => 3, {:def, 2} => 4}
