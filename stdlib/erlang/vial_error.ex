# stdlib/erlang/vial_error.ex: raising badarg with a word on which argument is at fault.
# Here: the raising, and the call-back that Exception.blame and ErlangError.normalize make
# through the `error_info` of the top stack entry, as OTP's error_info protocol has it.
defmodule :vial_error do
  @moduledoc false

  @doc """
  Raises badarg for the caller's arguments `args`; `cause` maps positions to texts.
  """
  def badarg(args, cause),
    do: :erlang.error(:badarg, args, error_info: %{module: :vial_error, cause: cause})

  @doc """
  Raises badarg for `args`, naming each that is not of its kind in `kinds`.
  """
  def wrong(args, kinds), do: badarg(args, :maps.from_list(:vial_argument.causes(args, kinds)))

  @doc """
  Returns the texts given to `badarg/2` for the top entry of a stack trace.
  """
  def format_error(_reason, [{module, function, args, info} | _]) do
    case :lists.keyfind(:error_info, 1, info) do
      {_, %{cause: cause}} -> :vial_argument.texts(module, function, args, cause)
      _ -> %{}
    end
  end

  def format_error(_reason, _), do: %{}
end
