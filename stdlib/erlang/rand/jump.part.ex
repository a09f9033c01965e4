# stdlib/erlang/rand/jump.part.ex: states far ahead, for sequences that shall not overlap.
# Source: H. Haramoto et al., "Efficient Jump Ahead for F2-Linear Random Number Generators", 2008. A step is
# linear over bits, so 2^k steps are a polynomial in the step: x^(2^k) modulo the step's own minimal
# polynomial. The constants are these polynomials, bit i for x^i, computed from the generators' output.

# 2^64 steps of exsss and exsp, of exrop; 2^512 of exs1024s and exro928ss; 2^20 of exro928ss.
@jump_exs 0xD174A83E17DE2302F8EA6BC32C797
@jump_exrop 0x9863200F83FCD4A11293241FCB12A
@jump_exs1024 0x284600E3F30E38C3B99181F2D8F685CA047F7684E9FC949D0B5FC64563B3E2A87910C41D10A1E6A5691548C86C1BD5405EE975283D71C93BC4CB815590989B13AAC17D8EFA43CAB83659132BB12FEA70DC2D9891FE68C0222FFEEB0A48316F404489AFFCE4F31A1E5B34A39F070B5837A3C65B8776F9685584242F96ECA9C41D
@jump_exro928 0xB10773CBE19F5FC1A1504ACD83F240C6007E76CEBCB3B7C4CC049C536E62A33CC2323831B45A3A8A3CEF3CC0F02F778573CF0F0A0657E19F00D4B3584DDD98EE4BE41E015AC26D5D20F9B49FA81B0090567FD9F0B83FE51A1EB3BE1910A1DE1D7D6813D2BA05381FDFD1490244085302F77130CA
@jump_exro928_2pow20 0xCB3D181CA30BEBC15FEFCC78FF45EF33C82F3D48A480C5878C3549BD5BDEB1A5A90F2E6B06DF2EB1FEAF0FB690627C014098F4B6DC4D3AF15F8A4DFDC081A7BF148531FB8EBC73C700B8B091AF699C306D8E75664A426866BFAD3C77DA90F4A806C17E9E644807A56270CF78BDB966A3DAF905E6

@doc "Takes the process's state 2^64 steps ahead, 2^512 for `exs1024s` and `exro928ss`."
def jump, do: put_state(jump(state()))

@doc "A state that many steps ahead."
def jump({%{type: alg} = handler, words}) when alg in [:exsss, :exsp, :exsplus],
  do: {handler, jump_pair(@jump_exs, words, &exsp_next/1, 0, 0)}

def jump({%{type: :exrop} = handler, words}),
  do: {handler, jump_pair(@jump_exrop, words, &exrop_next/1, 0, 0)}

def jump({%{type: type} = handler, words}) when type in [:exs1024s, :exs1024],
  do: {handler, jump_ring(@jump_exs1024, words, &exs1024_next/1)}

def jump({%{type: :exro928ss} = handler, words}), do: {handler, exro928_jump_2pow512(words)}
def jump({%{type: _}, _words}), do: :erlang.error(:not_implemented)

@doc false
def exsp_jump(words), do: jump_pair(@jump_exs, words, &exsp_next/1, 0, 0)

@doc false
def exro928_jump_2pow512(words), do: jump_ring(@jump_exro928, words, &exro928ss_next/1)

@doc false
def exro928_jump_2pow20(words), do: jump_ring(@jump_exro928_2pow20, words, &exro928ss_next/1)

# The sum of the states whose bits are set, while stepping through them.
defp jump_pair(0, _words, _next, left, right), do: [left | right]

defp jump_pair(polynomial, [a | b] = words, next, left, right) do
  {_, following} = next.(words)

  if band(polynomial, 1) == 1,
    do: jump_pair(bsr(polynomial, 1), following, next, bxor(left, a), bxor(right, b)),
    else: jump_pair(bsr(polynomial, 1), following, next, left, right)
end

defp jump_ring(polynomial, {front, back}, next),
  do: {jump_ring(polynomial, front ++ :lists.reverse(back), next, :lists.duplicate(16, 0)), []}

defp jump_ring(0, _words, _next, sum), do: sum

defp jump_ring(polynomial, words, next, sum) do
  {_, {front, back}} = next.({words, []})
  following = front ++ :lists.reverse(back)

  if band(polynomial, 1) == 1,
    do: jump_ring(bsr(polynomial, 1), following, next, :lists.zipwith(&bxor/2, words, sum)),
    else: jump_ring(bsr(polynomial, 1), following, next, sum)
end
