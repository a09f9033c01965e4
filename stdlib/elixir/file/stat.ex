# stdlib/elixir/file/stat.ex: what is known of a file.
defmodule File.Stat do
  @moduledoc """
  What is known of a file: size, type, times, permissions, owner.

  The fields are those of Erlang's `file_info` record. Times are tuples in the form that was asked for.
  """

  @fields [
    :size,
    :type,
    :access,
    :atime,
    :mtime,
    :ctime,
    :mode,
    :links,
    :major_device,
    :minor_device,
    :inode,
    :uid,
    :gid
  ]

  defstruct @fields

  @type t :: %__MODULE__{}

  values = Enum.map(@fields, &{&1, [], nil})
  pairs = Enum.zip(@fields, values)

  @doc """
  Converts to a `file_info` record.
  """
  def to_record(%File.Stat{unquote_splicing(pairs)}),
    do: {:file_info, unquote_splicing(values)}

  @doc """
  Converts from a `file_info` record.
  """
  def from_record(file_info)

  def from_record({:file_info, unquote_splicing(values)}),
    do: %File.Stat{unquote_splicing(pairs)}
end
