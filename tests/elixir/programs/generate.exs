# tests/elixir/programs/generate.exs KIND SEED COUNT FOLDER: writes COUNT random modules, a file each, as FOLDER/NUMBER.ex.
# A module is a function of its kind, the seed and its number alone. It is formatted, so that one can cut it down.
for name <- ~w(draw grammar untyped typed), do: Code.require_file(name <> ".exs", __DIR__)

[kind, seed, count, folder] = System.argv()
generator = %{"untyped" => Programs.Untyped, "typed" => Programs.Typed}[kind]
File.mkdir_p!(folder)

for number <- 1..String.to_integer(count) do
  Programs.Draw.start(String.to_integer(seed), number)
  text = generator.module(number)
  File.write!(Path.join(folder, "#{number}.ex"), [Code.format_string!(text), "\n"])
end
