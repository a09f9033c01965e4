# stdlib/erlang/rand/normal.part.ex: the normal distribution.
# Source: G. Marsaglia and W. W. Tsang, "The Ziggurat Method for Generating Random Variables", 2000, with 256
# layers. Layer i ends at x(i); numbers of 51 bits are compared with k(i) and multiplied
# by w(i). Each layer has the area 0.00492867323397465524494.

@tail 3.6541528853610087963519472518

@doc "A number of the normal distribution with mean 0 and variance 1."
def normal do
  {x, state} = normal_s(state())
  :erlang.put(@key, state)
  x
end

@doc "A number of the normal distribution with the given mean and variance."
def normal(mean, variance), do: mean + :math.sqrt(variance) * normal()

@doc "A number as `normal/0` gives, and the next state."
def normal_s({%{bits: bits, next: next} = handler, words}) do
  {value, words} = next.(words)
  normal_of(band(value, bsl(1, bits - 52)), bsr(value, bits - 51), {handler, words})
end

def normal_s({%{next: next} = handler, words}) do
  {value, words} = next.(words)
  normal_of(band(value, bsl(1, 51)), band(value, bsl(1, 51) - 1), {handler, words})
end

defp normal_of(sign_bit, number, {handler, words}) do
  sign = if sign_bit == 0, do: 1.0, else: -1.0
  layer = band(number, 0xFF)
  x = sign * (number * :erlang.element(layer + 1, @w))

  if number < :erlang.element(layer + 1, @k),
    do: {x, {handler, words}},
    else: normal_edge(layer, sign, x, {handler, words})
end

@doc "A number as `normal/2` gives, and the next state."
def normal_s(mean, variance, state) do
  {x, state} = normal_s(state)
  {mean + :math.sqrt(variance) * x, state}
end

# Outside a layer's rectangle: the lowest layer goes over into the tail, the others end under the curve.
defp normal_edge(0, sign, x, state) do
  {u, state} = uniform_s(state)
  beyond = -1.0 / @tail * :math.log(u)
  {u, state} = uniform_s(state)
  y = -:math.log(u)

  if y + y > beyond * beyond,
    do: {sign * (@tail + beyond), state},
    else: normal_edge(0, sign, x, state)
end

defp normal_edge(layer, _sign, x, state) do
  low = :erlang.element(layer + 1, @f)
  {u, state} = uniform_s(state)

  if (:erlang.element(layer, @f) - low) * u + low < :math.exp(-0.5 * x * x),
    do: {x, state},
    else: normal_s(state)
end
