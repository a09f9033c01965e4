# tests/cli/test.sh: vial test on a project, on files and lines, its options and exit statuses.
mkdir -p shop/lib shop/test/deep
export XDG_CACHE_HOME=$scratch/cache

cat > shop/lib/a_till.ex <<'EX'
defmodule Till do
  @moduledoc """
  Sums.

      iex> Till.total([%Item{price: 2}])
      2
  """
  def total(items), do: items |> Enum.map(fn %Item{price: price} -> price end) |> Enum.sum()
end
EX
printf 'defmodule Item do\n  defstruct [:price]\nend\n' > shop/lib/item.ex
printf 'ExUnit.start()\nExUnit.configure(exclude: [:slow])\n' > shop/test/test_helper.exs
cat > shop/test/till_test.exs <<'EX'
defmodule TillTest do
  use ExUnit.Case, async: true
  doctest Till

  test "an empty till" do
    assert Till.total([]) == 0
  end

  @tag :slow
  test "waits" do
    assert true
  end
end
EX
cat > shop/test/deep/broken_test.exs <<'EX'
defmodule BrokenTest do
  use ExUnit.Case

  @tag :broken
  test "fails" do
    assert Till.total([%Item{price: 1}]) == 2
  end
end
EX

got=$("$vial" test --seed 0 shop 2>&1); same "a failed test" "2" "$?"
holds "a project is entered, its sources loaded in an order that works" "1 doctest, 3 tests, 1 failure, 1 excluded" "$got"
holds "places are told from the project" "test/deep/broken_test.exs:6: (test)" "$got"
cd shop || exit 1
got=$("$vial" test --failed 2>&1); same "only what failed" "2" "$?"
holds "one test failed before" "1 test, 1 failure" "$got"
got=$("$vial" test --exclude broken 2>&1); same "filters" "0" "$?"
holds "filters add up" "2 excluded" "$got"
got=$("$vial" test test/till_test.exs:6 2>&1)
holds "a line" "0 failures, 2 excluded" "$got"
got=$("$vial" test --only slow --trace test/till_test.exs 2>&1); same "a tag" "0" "$?"
holds "one line a test" "  * test waits (" "$got"
holds "--max-failures" "--max-failures reached" "$("$vial" test --max-failures 1 test/deep 2>&1)"
status "--only without a test" 1 "$vial" test --only nothing
status "--exit-status" 7 "$vial" test --exit-status 7 test/deep
status "an unknown option" 64 "$vial" test --bogus
status "a value that is none" 64 "$vial" test --seed x

# What passed is not stale until it, a source or a helper changes; what failed stays so.
status "stale tests that pass" 0 "$vial" test --stale test/till_test.exs
holds "nothing stale" "No stale tests" "$("$vial" test --stale test/till_test.exs 2>&1)"
printf '# changed\n' >> test/till_test.exs
holds "a changed file" "1 doctest, 2 tests, 0 failures" "$("$vial" test --stale test/till_test.exs 2>&1)"
printf '# changed\n' >> lib/item.ex
holds "a changed source" "1 doctest, 2 tests, 0 failures" "$("$vial" test --stale test/till_test.exs 2>&1)"
status "stale tests that fail" 2 "$vial" test --stale
status "they are stale still" 2 "$vial" test --stale
status "no such file" 1 "$vial" test nowhere
cd .. || exit 1

printf 'defmodule Half do\n  use ExUnit.Case\n  test "a" do\n' > half_test.exs
status "a file that does not compile" 1 "$vial" test half_test.exs
printf 'ExUnit.start()\ndefmodule OneTest do\n  use ExUnit.Case\n  test "a", do: assert 1 == 2\nend\n' > one.exs
status "a script of tests" 2 "$vial" run one.exs
printf 'ExUnit.start()\nExUnit.configure(exclude: :later)\ndefmodule LaterTest do\n  use ExUnit.Case\n  @tag :later\n  test "a", do: assert 1 == 2\nend\n' > later.exs
holds "what a test file itself excludes" "0 failures, 1 excluded" "$("$vial" test later.exs 2>&1)"
printf 'ExUnit.start()\nraise "no"\n' > two.exs
status "a script that ends by an error runs no tests" 1 "$vial" run two.exs
