defmodule :calendar do
  @moduledoc """
  Dates and times of the Gregorian calendar as tuples, and their conversions to days and seconds.

  A date is `{year, month, day}`, a time `{hour, minute, second}`; days and seconds count from the
  first of January of year 0.
  """

  @seconds_per_day 86_400
  @days_to_1970 719_528

  @doc """
  Days from year 0 to a date.

  ## Examples

      iex> :calendar.date_to_gregorian_days({1970, 1, 1})
      719528
  """
  def date_to_gregorian_days({year, month, day}), do: date_to_gregorian_days(year, month, day)

  def date_to_gregorian_days(year, month, day)
      when is_integer(year) and year >= 0 and month in 1..12 and is_integer(day) and day >= 1 do
    if day > last_day_of_the_month(year, month), do: :erlang.error(:function_clause)
    days_before_year(year) + days_before_month(month, leap(year)) + day - 1
  end

  defp days_before_year(0), do: 0

  defp days_before_year(year) do
    before = year - 1
    year * 365 + div(before, 4) - div(before, 100) + div(before, 400) + 1
  end

  defp days_before_month(month, leap) do
    days = elem({0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}, month - 1)
    if month > 2, do: days + leap, else: days
  end

  defp leap(year), do: if(is_leap_year(year), do: 1, else: 0)

  @doc "Whether a year has 366 days."
  def is_leap_year(year) when rem(year, 4) == 0 and rem(year, 100) > 0, do: true
  def is_leap_year(year) when rem(year, 400) == 0, do: true
  def is_leap_year(year) when is_integer(year), do: false

  @doc "The last day of a month."
  def last_day_of_the_month(year, 2), do: 28 + leap(year)
  def last_day_of_the_month(_year, month) when month in [4, 6, 9, 11], do: 30
  def last_day_of_the_month(_year, month) when month in 1..12, do: 31

  @doc "The date so many days after the first of January of year 0."
  def gregorian_days_to_date(days) when is_integer(days) and days >= 0 do
    year = find_year(div(days, 366), days)
    rest = days - days_before_year(year)
    month = Enum.find(12..1//-1, &(days_before_month(&1, leap(year)) <= rest))
    {year, month, rest - days_before_month(month, leap(year)) + 1}
  end

  defp find_year(year, days) do
    if days_before_year(year + 1) <= days, do: find_year(year + 1, days), else: year
  end

  @doc "Seconds from year 0 to a date and time."
  def datetime_to_gregorian_seconds({date, time}) do
    date_to_gregorian_days(date) * @seconds_per_day + time_to_seconds(time)
  end

  @doc "The date and time so many seconds after the beginning of year 0."
  def gregorian_seconds_to_datetime(seconds) when is_integer(seconds) and seconds >= 0 do
    {gregorian_days_to_date(div(seconds, @seconds_per_day)), seconds_to_time(rem(seconds, @seconds_per_day))}
  end

  @doc "Seconds since midnight."
  def time_to_seconds({h, m, s}) when h in 0..23 and m in 0..59 and s in 0..59, do: h * 3600 + m * 60 + s

  @doc "The time so many seconds after midnight."
  def seconds_to_time(seconds) when seconds in 0..86_399 do
    {div(seconds, 3600), rem(div(seconds, 60), 60), rem(seconds, 60)}
  end

  @doc "Days and time of a number of seconds."
  def seconds_to_daystime(seconds) do
    days = Integer.floor_div(seconds, @seconds_per_day)
    {days, seconds_to_time(seconds - days * @seconds_per_day)}
  end

  @doc "The day of the week of a date: 1 is Monday."
  def day_of_the_week({year, month, day}), do: day_of_the_week(year, month, day)
  def day_of_the_week(year, month, day), do: rem(date_to_gregorian_days(year, month, day) + 5, 7) + 1

  @doc "Whether a date exists."
  def valid_date({year, month, day}), do: valid_date(year, month, day)

  def valid_date(year, month, day) when is_integer(year) and is_integer(month) and is_integer(day) do
    year >= 0 and month in 1..12 and day >= 1 and day <= last_day_of_the_month(year, month)
  end

  def valid_date(_, _, _), do: false

  @doc """
  A time of the machine as a date and time in UTC.

  ## Examples

      iex> :calendar.system_time_to_universal_time(0, :second)
      {{1970, 1, 1}, {0, 0, 0}}
  """
  def system_time_to_universal_time(time, unit) do
    seconds = System.convert_time_unit(time, unit, :second)
    gregorian_seconds_to_datetime(seconds + @days_to_1970 * @seconds_per_day)
  end

  @doc "The date and time in UTC."
  def universal_time, do: :erlang.universaltime()
  @doc "The date and time here."
  def local_time, do: :erlang.localtime()
end
