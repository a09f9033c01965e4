# tests/elixir/text/natives.exs: what Vial's natives answer, said with the reference's library.
defmodule :vial_unicode do
  def grapheme_size(""), do: 0

  def grapheme_size(binary) do
    case String.next_grapheme(binary) do
      {grapheme, _} -> byte_size(grapheme)
      nil -> 0
    end
  end

  def length(binary), do: String.length(binary)
  def graphemes(binary), do: String.graphemes(binary)

  def graphemes_offset(binary, count), do: offset(binary, count, 0, 0)
  defp offset(_, 0, bytes, n), do: {bytes, n}

  defp offset(binary, count, bytes, n) do
    case String.next_grapheme(binary) do
      {g, rest} -> offset(rest, count - 1, bytes + byte_size(g), n + 1)
      nil -> {bytes, n}
    end
  end

  def downcase(binary, mode), do: String.downcase(binary, mode)
  def upcase(binary, mode), do: String.upcase(binary, mode)
  def titlecase_first(binary, mode), do: titlecased(binary, mode)

  defp titlecased(binary, mode) do
    {first, rest} = String.next_codepoint(binary) || {"", ""}
    _ = rest
    capital = String.capitalize(first, mode)
    {byte_size(first), capital}
  end

  def casefold(binary), do: :unicode.characters_to_binary(:string.casefold(binary))

  def normalize(binary, :nfd), do: binary_or_rest(:unicode.characters_to_nfd_binary(binary))
  def normalize(binary, :nfc), do: binary_or_rest(:unicode.characters_to_nfc_binary(binary))
  def normalize(binary, :nfkd), do: binary_or_rest(:unicode.characters_to_nfkd_binary(binary))
  def normalize(binary, :nfkc), do: binary_or_rest(:unicode.characters_to_nfkc_binary(binary))
  defp binary_or_rest(binary) when is_binary(binary), do: binary
  defp binary_or_rest({:error, good, rest}), do: {:error, good, rest}

  def valid(binary), do: String.valid?(binary)
  def break_between(a, b, _state), do: {match?([[_ | _] | _], [hd(tl([0 | :unicode_util.gc([a, b])]))]) == false, 0}

  def identifier_kind(binary) do
    case Macro.classify_atom(String.to_atom(binary)) do
      :identifier -> :lower
      :unquoted -> :upper
      _ -> :none
    end
  end
end

# The file natives, said with :prim_file.
defmodule :vial_file do
  def get_cwd, do: binary(:prim_file.get_cwd())
  def set_cwd(path), do: :file.set_cwd(path)
  def delete(path), do: :prim_file.delete(path)
  def rename(a, b), do: :prim_file.rename(a, b)
  def make_dir(path), do: :prim_file.make_dir(path)
  def del_dir(path), do: :prim_file.del_dir(path)
  def make_link(a, b), do: :prim_file.make_link(a, b)
  def make_symlink(a, b), do: :prim_file.make_symlink(a, b)
  def read_link(path), do: binary(:prim_file.read_link(path))
  def read_file(path), do: bytes(:prim_file.read_file(path))
  def set_mode(path, mode), do: :file.change_mode(path, mode)
  def set_owner(path, uid, gid), do: :file.change_owner(path, uid, gid)
  def set_times(path, a, m), do: :prim_file.write_file_info(path, {:file_info, :undefined, :undefined, :undefined, a, m, :undefined, :undefined, :undefined, :undefined, :undefined, :undefined, :undefined, :undefined}, time: :posix)

  def list_dir(path) do
    with {:ok, names} <- :prim_file.list_dir_all(path), do: Enum.map_join(names, &(:unicode.characters_to_binary(&1) <> <<0>>))
  end

  def info(path, true), do: tuple(:prim_file.read_file_info(path, time: :posix))
  def info(path, false), do: tuple(:prim_file.read_link_info(path, time: :posix))

  defp tuple({:ok, info}), do: {:ok, Tuple.delete_at(info, 0)}
  defp tuple(error), do: error

  def open(path, flags), do: :file.open(path, [:raw, :binary | flags])
  def close(file), do: :file.close(file)
  def read(_file, 0), do: ""
  def read(file, n), do: bytes(:file.read(file, n))
  def read_line(file), do: bytes(:file.read_line(file))
  def write(file, bytes), do: :file.write(file, bytes)
  def position(file, from, n), do: :file.position(file, {from, n})
  def truncate(file), do: :file.truncate(file)
  def sync(file), do: :file.sync(file)
  def pwrite(file, at, bytes), do: :file.pwrite(file, at, bytes)

  def pread(file, at, n) do
    case :file.pread(file, at, n) do
      :eof -> ""
      other -> bytes(other)
    end
  end

  defp bytes({:ok, bytes}), do: bytes
  defp bytes(other), do: other

  def handle_info(file), do: tuple(:file.read_file_info(file, time: :posix))

  defp binary({:ok, name}), do: :unicode.characters_to_binary(name)
  defp binary(error), do: error
end

# The regex natives, said with the reference's :re.
defmodule :vial_re do
  import Bitwise

  @bits [unicode: 0x1, anchored: 0x2, caseless: 0x4, dollar_endonly: 0x8, dotall: 0x10, extended: 0x20, firstline: 0x40, multiline: 0x80,
         no_auto_capture: 0x100, dupnames: 0x200, ungreedy: 0x400, ucp: 0x800, never_utf: 0x1000]

  def version, do: :re.version()

  defp options(bits) do
    newline = case bits >>> 16 do 0 -> []; n -> [newline: Enum.at([:cr, :lf, :crlf, :any, :anycrlf], n - 1)] end
    newline ++ for {name, bit} <- @bits, band(bits, bit) != 0, do: name
  end

  def compile(source, bits) do
    case :re.compile(source, options(bits)) do
      {:ok, {:re_pattern, n, _, _, _}} -> {:ok, n}
      {:error, {text, at}} -> {:error, {List.to_string(text), at}}
    end
  end

  defp compiled(<<bits::32, source::binary>>), do: elem({:ok, _} = :re.compile(source, options(bits)), 1)

  def names(packed) do
    pattern = compiled(packed)
    {:namelist, names} = :re.inspect(pattern, :namelist)
    <<_::32, source::binary>> = packed
    groups = Regex.scan(~r/\(\?P?<([a-zA-Z_]\w*)>|\((?!\?)/, source, capture: :all) |> Enum.with_index(1)
    Enum.flat_map(names, fn name -> for {[_, ^name], i} <- groups, do: {name, i} end)
  end

  def run(subject, packed, start, bits) do
    pattern = compiled(packed)
    flags = for {bit, name} <- [{1, :notbol}, {2, :noteol}, {4, :notempty}, {8, :notempty_atstart}, {16, :anchored}], band(bits, bit) != 0, do: name
    {:re_pattern, n, _, _, _} = pattern

    case :re.run(subject, pattern, [{:offset, start}, {:capture, Enum.to_list(0..n), :index} | flags]) do
      {:match, places} -> {:match, places}
      other -> other
    end
  rescue
    ArgumentError -> {:error, :badutf}
  end
end
