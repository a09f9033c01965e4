# tests/elixir/text/filename_check.exs: :filename, :filelib and Path against the reference's.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("check.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)
Shadow.load(["erlang/filename.ex", "elixir/path.ex", "erlang/filelib.ex", "erlang/vial_wildcard.ex"])
Check.start()

both = fn name, f, args ->
  ours = if name == Path, do: V.Path, else: :"v_#{name}"
  Check.same("#{inspect(name)}.#{f} #{inspect(args)}", fn -> apply(name, f, args) end, fn -> apply(ours, f, args) end)
end

names = ["", "/", "a", "a/", "/a", "/a/b", "a/b/", "a//b", "//a", "a.b", ".a", "a.b.c", "a/.b", "a.b/c", "/a.b", "a/b.c/", ".", "..", "a.", "a/b.", "~/a", "///", "é/ü.x", "./a/../b", "../a", "a/../../b", "~", "/../a", "a/./b"]

for p <- names ++ ['a/b.c', :"a/b"], f <- [:basename, :dirname, :extension, :rootname, :split, :pathtype, :absname, :nativename],
    do: both.(:filename, f, [p])

for p <- names, e <- [".b", ".c", "b", "a.b"], f <- [:basename, :rootname], do: both.(:filename, f, [p, e])
for a <- names, b <- names, f <- [:join, :absname], do: both.(:filename, f, [a, b])
for l <- [["a"], ["a/", "/b"], ["", "a"], ["a", ""], ["a", ".", "b"], ["a", :b], [:a, "b"], ["a", 'b'], ['a', 'b']], do: both.(:filename, :join, [l])
for t <- [:user_cache, :user_config, :user_data, :user_log, :site_config, :site_data], n <- ["foo", 'foo'], do: both.(:filename, :basedir, [t, n])
for n <- ["a", "", <<255>>, 'a\0', :a], do: both.(:filename, :validate, [n])

for p <- names ++ ['a/b.c', ['a', "b"], ["a", ?b]], f <- [:absname, :basename, :dirname, :extname, :rootname, :split, :type, :expand, :relative, :relative_to_cwd, :safe_relative],
    do: both.(Path, f, [p])

for a <- names, b <- names, f <- [:join, :absname, :expand, :relative_to, :safe_relative_to], do: both.(Path, f, [a, b])
for p <- names, e <- [".b", ".c", "b"], f <- [:basename, :rootname], do: both.(Path, f, [p, e])
for l <- [["a"], ["a/", "/b"], ["a", ""], [], ["a", 'b'], ["a", "b", "c/"]], do: both.(Path, :join, [l])

File.cd!(Path.expand("../../..", __DIR__))

for w <- ["stdlib/*", "stdlib/**/*.ex", "stdlib/elixir/{io,path}.ex", "stdlib/elixir/i?.ex", "stdlib/*/[a-i]*.ex", "nothing/*", "*", ".*", "**", "stdlib/elixir/../erlang/io*", "./*", "/usr/*", "/", "stdlib", "stdlib/", "{stdlib,vm}/*", "stdlib/**/io*", "stdlib/{elixir,erlang}/{io,base}*.ex", "\\*", "a\\", "stdlib/**", "tests/elixir/**/s*[a-z]?exs", "*/elixir/../erlang/b*"] do
  both.(:filelib, :wildcard, [String.to_charlist(w)])
  both.(:filelib, :wildcard, [String.to_charlist(w), 'tests'])
  both.(Path, :wildcard, [w])
  both.(Path, :wildcard, [w, [match_dot: true]])
end

for f <- [:is_dir, :is_file, :is_regular, :file_size, :last_modified, :ensure_dir], p <- ['stdlib', "stdlib/elixir/io.ex", "nothing"], do: both.(:filelib, f, [p])
for p <- ["a/../b", "../a", "a/../../b", "/a", "a/./b", "", ".", "a/.."], do: both.(:filelib, :safe_relative_path, [p, []])
both.(:filelib, :fold_files, ['stdlib/erlang', 'io', true, &[&1 | &2], []])
both.(:filelib, :fold_files, ["stdlib/erlang", 'io', false, &[&1 | &2], []])

Check.same("exports of Path", fn -> [] end, fn -> Shadow.missing(Path) end)
Check.same("exports of :filename", fn -> [] end, fn -> Shadow.missing_erlang(:filename) end)
Check.same("exports of :filelib", fn -> [] end, fn -> Shadow.missing_erlang(:filelib) end)
Check.finish()
