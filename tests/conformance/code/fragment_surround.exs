# What stands around each place of a line: how many places have it, from where to where it is, what it is.
around = fn line ->
  found = for column <- 1..(String.length(line) + 1), do: Code.Fragment.surround_context(line, {1, column})

  shown =
    for [context | _] = same <- Enum.chunk_by(found, & &1) do
      case context do
        :none -> "#{length(same)} none"
        %{begin: {1, from}, end: {1, to}} -> "#{length(same)} #{from}..#{to} #{inspect(context.context)}"
      end
    end

  IO.puts(Enum.join(shown, ", "))
end

around.("total(cart, 1)") # expect: 5 1..6 {:local_call, 'total'}, 1 none, 4 7..11 {:local_or_var, 'cart'}, 5 none
around.("Shop.Cart.new") # expect: 9 1..10 {:alias, 'Shop.Cart'}, 4 1..14 {:dot, {:alias, 'Shop.Cart'}, 'new'}, 1 none
around.("Shop . cart") # expect: 4 1..5 {:alias, 'Shop'}, 7 1..12 {:dot, {:alias, 'Shop'}, 'cart'}, 1 none
around.("shop.cart.items") # expect: 4 1..5 {:local_or_var, 'shop'}, 5 1..10 {:dot, {:var, 'shop'}, 'cart'}, 6 1..16 {:dot, {:dot, {:var, 'shop'}, 'cart'}, 'items'}, 1 none
around.("%Shop.Cart{a: 1}") # expect: 10 1..11 {:struct, 'Shop.Cart'}, 1 none, 1 12..13 {:local_or_var, 'a'}, 5 none
around.("% Shop") # expect: 6 1..7 {:struct, 'Shop'}, 1 none
around.("@tax * 2") # expect: 4 1..5 {:module_attribute, 'tax'}, 1 none, 1 6..7 {:operator, '*'}, 3 none
around.("@") # expect: 1 1..2 {:operator, '@'}, 1 none
around.("@Tax") # expect: 5 none
around.(":tea + :\"x y\"") # expect: 4 1..5 {:unquoted_atom, 'tea'}, 1 none, 1 6..7 {:operator, '+'}, 3 none, 1 10..11 {:local_or_var, 'x'}, 1 none, 1 12..13 {:local_or_var, 'y'}, 2 none
around.(":a@b") # expect: 4 1..5 {:unquoted_atom, 'a@b'}, 1 none
around.("~r/x/") # expect: 2 1..3 {:sigil, 'r'}, 1 none, 1 4..5 {:local_arity, 'x'}, 2 none
around.("~~~x") # expect: 3 1..4 {:operator, '~~~'}, 1 4..5 {:local_or_var, 'x'}, 1 none
around.("1..9") # expect: 1 none, 2 2..4 {:operator, '..'}, 2 none
around.("a <<< b") # expect: 1 1..2 {:local_or_var, 'a'}, 1 none, 3 3..6 {:operator, '<<<'}, 1 none, 1 7..8 {:local_or_var, 'b'}, 1 none
around.("Shop.<<<") # expect: 4 1..5 {:alias, 'Shop'}, 4 1..9 {:dot, {:alias, 'Shop'}, '<<<'}, 1 none
around.("a::b") # expect: 1 1..2 {:local_or_var, 'a'}, 2 2..4 {:operator, '::'}, 1 4..5 {:local_or_var, 'b'}, 1 none
around.("not x") # expect: 3 1..4 {:operator, 'not'}, 1 none, 1 5..6 {:local_or_var, 'x'}, 1 none
around.("fn -> nil end") # expect: 2 1..3 {:keyword, 'fn'}, 4 none, 3 7..10 {:keyword, 'nil'}, 1 none, 3 11..14 {:keyword, 'end'}, 1 none
around.("sum/2") # expect: 3 1..4 {:local_arity, 'sum'}, 3 none
around.("shop.Cart") # expect: 4 none, 5 1..10 {:alias, {:local_or_var, 'shop'}, 'Cart'}, 1 none
around.("__MODULE__.Cart.new()") # expect: 10 none, 5 1..16 {:alias, {:local_or_var, '__MODULE__'}, 'Cart'}, 4 1..20 {:dot, {:alias, {:local_or_var, '__MODULE__'}, 'Cart'}, 'new'}, 3 none
around.("%__MODULE__.Cart{}") # expect: 16 1..17 {:struct, {:alias, {:local_or_var, '__MODULE__'}, 'Cart'}}, 3 none
around.("paid? and x") # expect: 5 1..6 {:local_or_var, 'paid?'}, 1 none, 3 7..10 {:operator, 'and'}, 1 none, 1 11..12 {:local_or_var, 'x'}, 1 none
around.("x |> f") # expect: 1 1..2 {:local_or_var, 'x'}, 1 none, 2 3..5 {:operator, '|>'}, 1 none, 1 6..7 {:local_or_var, 'f'}, 1 none
around.("  ") # expect: 3 none
around.("&sum/2") # expect: 1 1..2 {:operator, '&'}, 3 2..5 {:local_arity, 'sum'}, 3 none
around.("naïve(é)") # expect: 5 1..6 {:local_call, [110, 97, 239, 118, 101]}, 1 none, 1 7..8 {:local_or_var, [233]}, 2 none
around.("!ok") # expect: 1 1..2 {:operator, '!'}, 2 2..4 {:local_or_var, 'ok'}, 1 none
IO.inspect(Code.Fragment.surround_context("one\ntwo(three)\r\nfour", {2, 6})) # expect: %{begin: {2, 5}, context: {:local_or_var, 'three'}, end: {2, 10}}
IO.inspect(Code.Fragment.surround_context("one\ntwo(three)\r\nfour", {3, 1})) # expect: %{begin: {3, 1}, context: {:local_or_var, 'four'}, end: {3, 5}}
IO.inspect(Code.Fragment.surround_context("one", {2, 1})) # expect: %{begin: {2, 1}, context: {:local_or_var, 'one'}, end: {2, 4}}
IO.inspect(Code.Fragment.surround_context("one", {1, 40})) # expect: :none
