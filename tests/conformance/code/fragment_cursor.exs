# What a cursor stands in: the last line is read backwards from its end.
at = fn text -> IO.inspect(Code.Fragment.cursor_context(text)) end

at.("") # expect: :expr
at.("  ") # expect: :expr
at.("cart") # expect: {:local_or_var, 'cart'}
at.("cart ") # expect: {:local_call, 'cart'}
at.("cart(") # expect: {:local_call, 'cart'}
at.("cart/") # expect: {:local_arity, 'cart'}
at.("paid?") # expect: {:local_or_var, 'paid?'}
at.("total = su") # expect: {:local_or_var, 'su'}
at.("shop.") # expect: {:dot, {:var, 'shop'}, []}
at.("shop.cart") # expect: {:dot, {:var, 'shop'}, 'cart'}
at.("shop.cart.it") # expect: {:dot, {:dot, {:var, 'shop'}, 'cart'}, 'it'}
at.("shop.cart(") # expect: {:dot_call, {:var, 'shop'}, 'cart'}
at.("shop.cart/") # expect: {:dot_arity, {:var, 'shop'}, 'cart'}
at.("Shop") # expect: {:alias, 'Shop'}
at.("Shop.Ca") # expect: {:alias, 'Shop.Ca'}
at.("Shop . Ca") # expect: {:alias, 'Shop.Ca'}
at.("Shop.open ") # expect: {:dot_call, {:alias, 'Shop'}, 'open'}
at.(":shop") # expect: {:unquoted_atom, 'shop'}
at.(":shop.op") # expect: {:dot, {:unquoted_atom, 'shop'}, 'op'}
at.(":") # expect: {:unquoted_atom, []}
at.(":+") # expect: {:unquoted_atom, '+'}
at.("x:y") # expect: {:unquoted_atom, 'y'}
at.("a::b") # expect: {:local_or_var, 'b'}
at.("@") # expect: {:module_attribute, []}
at.("@tax") # expect: {:module_attribute, 'tax'}
at.("@tax.ra") # expect: {:dot, {:module_attribute, 'tax'}, 'ra'}
at.("@tax.Rate") # expect: {:alias, {:module_attribute, 'tax'}, 'Rate'}
at.("@tax ") # expect: :none
at.("__MODULE__.Cart.new(") # expect: {:dot_call, {:alias, {:local_or_var, '__MODULE__'}, 'Cart'}, 'new'}
at.("%") # expect: {:struct, []}
at.("%Sho") # expect: {:struct, 'Sho'}
at.("%Shop.Cart") # expect: {:struct, 'Shop.Cart'}
at.("%Shop.ca") # expect: {:struct, {:dot, {:alias, 'Shop'}, 'ca'}}
at.("%__MODULE__") # expect: {:struct, {:local_or_var, '__MODULE__'}}
at.("%@shape.Circle") # expect: {:struct, {:alias, {:module_attribute, 'shape'}, 'Circle'}}
at.("%cart") # expect: {:struct, {:local_or_var, 'cart'}}
at.("+") # expect: {:operator, '+'}
at.("1 + ") # expect: {:operator_call, '+'}
at.("a |>") # expect: {:operator, '|>'}
at.("a |> ") # expect: {:operator_call, '|>'}
at.("a <~>/") # expect: {:operator_arity, '<~>'}
at.("***") # expect: :none
at.("when") # expect: {:local_or_var, 'when'}
at.("x when ") # expect: {:operator_call, 'when'}
at.("not/") # expect: {:operator_arity, 'not'}
at.("~") # expect: {:sigil, []}
at.("~w") # expect: {:sigil, 'w'}
at.("~w(") # expect: :none
at.("~>") # expect: {:operator, '~>'}
at.("..") # expect: {:operator, '..'}
at.("...") # expect: {:local_or_var, '...'}
at.("a..") # expect: {:operator, '..'}
at.("Shop.+") # expect: {:dot, {:alias, 'Shop'}, '+'}
at.("Shop.~") # expect: :none
at.("12") # expect: :none
at.("?a") # expect: :none
at.(")") # expect: :none
at.("\"") # expect: :none
at.(".") # expect: :none
at.("Café") # expect: :none
at.("naïve_") # expect: {:local_or_var, [110, 97, 239, 118, 101, 95]}
at.("a@b") # expect: :none
at.("one(\ntwo(") # expect: {:local_call, 'two'}
at.("{:ok, ") # expect: :expr
at.("fn -> ") # expect: :expr
at.("<<") # expect: :expr
at.("=>") # expect: :expr
at.("item, ") # expect: :expr
at.("\\") # expect: :none
at.("foo()") # expect: :none
at.("%shop.cart ") # expect: :none
at.("x.y.z/") # expect: {:dot_arity, {:dot, {:var, 'x'}, 'y'}, 'z'}
at.('sho') # expect: {:local_or_var, 'sho'}
