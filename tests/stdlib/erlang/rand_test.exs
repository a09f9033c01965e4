# tests/stdlib/erlang/rand_test.exs: the generators give OTP 25's numbers for its seeds.
ExUnit.start()

defmodule RandTest do
  use ExUnit.Case, async: true

  # Three integers, a float, a real, a deviate, a wide integer and bytes for the seed {1, 2, 3}; then one for 42.
  @drawn [
    {:exsss, [878_027, 466_641, 126_475], 0.22520431389287532, 0.5663557355891508,
     0.45910108275051, 40_859_495_674_654_170_336_104_762_447,
     <<18, 27, 110, 91, 111, 116, 60, 67, 127>>, 294},
    {:exro928ss, [256_732, 878_027, 741_904], 0.6443793372162925, 0.36972136989460963,
     -1.0790097536749832, 8_612_822_349_900_922_220_923_189_689,
     <<152, 20, 178, 215, 97, 166, 122, 209, 113>>, 294},
    {:exrop, [15_414, 822_135, 512_923], 0.15526988640515305, 0.04841472033965047,
     0.9550994809842386, 2_403_460_410_494_005_110_927_594_445,
     <<25, 82, 108, 124, 143, 163, 65, 177, 193>>, 297},
    {:exs1024s, [430_158, 248_242, 497_817], 0.43002727098796856, 0.33410273764792053,
     -0.6157561266161948, 13_182_802_508_691_563_896_888_023_667,
     <<11, 207, 51, 194, 235, 145, 102, 158, 204>>, 601},
    {:exsp, [215_814, 149_853, 545_758], 0.08480180730889342, 0.8658231532988057,
     -1.417143418881351, 19_495_187_388_861_183_317_846_846_774,
     <<239, 122, 74, 241, 13, 93, 32, 181, 200>>, 982}
  ]

  for {alg, integers, float, real, normal, wide, bytes, first} <- @drawn do
    test "#{alg}" do
      :rand.seed(unquote(alg), {1, 2, 3})
      assert for(_ <- 1..3, do: :rand.uniform(1_000_000)) == unquote(integers)
      assert :rand.uniform() === unquote(float)
      assert :rand.uniform_real() === unquote(real)
      assert :rand.normal() === unquote(normal)
      assert :rand.uniform(Integer.pow(3, 60)) == unquote(wide)
      assert :rand.bytes(9) == unquote(bytes)
      :rand.seed(unquote(alg), 42)
      assert :rand.uniform(1000) == unquote(first)
    end
  end

  test "exs1024" do
    :rand.seed(:exs1024, {1, 2, 3})
    assert for(_ <- 1..3, do: :rand.uniform(1_000_000)) == [430_158, 248_242, 497_817]
    assert :rand.uniform() === 0.43002727098796867
    :rand.seed(:exs1024, {1, 2, 3})
    assert :rand.uniform(Integer.pow(3, 60)) == 2_928_222_373_654_681_403_699_232_769
    :rand.seed(:exs1024, 42)
    assert :rand.uniform(1000) == 601
  end

  test "Enum draws in the reference's order" do
    :rand.seed(:exsss, {1, 2, 3})
    assert Enum.shuffle(1..10) == [10, 3, 2, 5, 1, 7, 4, 6, 8, 9]
    assert Enum.take_random(1..100, 5) == [90, 15, 78, 16, 64]
    assert Enum.random(~w(a b c d)) == "a"
    assert Enum.take_random(1..50, 1) == [50]
    assert Enum.take_random(1..10, 200) == [8, 2, 1, 4, 5, 7, 10, 6, 3, 9]
  end

  test "a state can be stored and goes on" do
    :rand.seed(:exro928ss, 7)
    _ = :rand.uniform(10)
    stored = :rand.export_seed()
    drawn = for _ <- 1..40, do: :rand.uniform(1000)
    :rand.seed(stored)
    assert for(_ <- 1..40, do: :rand.uniform(1000)) == drawn
  end

  test "a jump goes where that many steps would" do
    # The first number after jumping from the seed {1, 2, 3}.
    for {alg, first} <- [
          exsss: 696_240,
          exsp: 865_975,
          exrop: 889_193,
          exs1024s: 915_677,
          exro928ss: 637_554
        ] do
      {number, _} = :rand.uniform_s(1_000_000, :rand.jump(:rand.seed_s(alg, {1, 2, 3})))
      assert {alg, number} == {alg, first}
    end
  end

  test "an unseeded process draws" do
    task = Task.async(fn -> :rand.uniform(10) end)
    assert Task.await(task) in 1..10
  end
end
