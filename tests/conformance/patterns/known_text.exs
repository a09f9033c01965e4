# Interpolated texts that are known when the code compiles, in patterns.
defmodule Known do
  @word "hello"
  def find("say: #{@word}"), do: :found
  def find("#{@word}, " <> rest), do: rest
  def find(_), do: :no
  def show(x), do: "#{@word} #{x} #{1} #{:a}"
end

IO.inspect([Known.find("say: hello"), Known.find("hello, you"), Known.find("say"), Known.show(nil)]) # expect: [:found, "you", :no, "hello  1 a"]
"x#{"y"}z" = "xyz"
IO.inspect(match?("x#{"y"}z", "xyz")) # expect: true
