using System.Collections;
using System.Reflection;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Tests.Texts;
using CoCreate.Texts;

namespace CoCreate.Tests.Wire;

/// <summary>Makes values of the contract's types from a seed: any text, any number, any list that the type allows.</summary>
internal sealed class WireSamples(Random random)
{
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>A value of a record type, made with its constructor and its settable properties.</summary>
    public object Of(Type type)
    {
        if (type == typeof(string))
        {
            return Text();
        }

        if (type == typeof(bool))
        {
            return random.Next(2) == 0;
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return Convert.ChangeType(random.Next(1_000_000), type, null);
        }

        if (type == typeof(double))
        {
            return Math.Round((random.NextDouble() - 0.5) * 4000, random.Next(3));
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;
        }

        if (type == typeof(TextChange))
        {
            return TextSamples.Change(random, random.Next(20));
        }

        if (type == typeof(JsonElement))
        {
            return JsonSerializer.SerializeToElement(Array.Empty<int>());
        }

        // A command inside of another one: any that holds none itself, so that it comes to an end.
        return type.IsArray || type.IsGenericType ? Many(type) : Record(type == typeof(ClientCommand) ? typeof(RetitleIdea) : type);
    }

    private object Many(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner);
        }

        if (type.IsArray)
        {
            var items = Array.CreateInstance(type.GetElementType()!, type == typeof(double[]) ? 2 : random.Next(3));
            for (var at = 0; at < items.Length; at++)
            {
                items.SetValue(Of(type.GetElementType()!), at);
            }

            return items;
        }

        var arguments = type.GetGenericArguments();
        if (arguments.Length == 1)
        {
            return Many(arguments[0].MakeArrayType());
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(SortedDictionary<,>).MakeGenericType(arguments))!;
        for (var at = random.Next(3); at > 0; at--)
        {
            map[Of(arguments[0])] = Of(arguments[1]);
        }

        return map;
    }

    private object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(each => Maybe(each.ParameterType, _nullability.Create(each)))]);
        if (constructor.GetParameters().Length == 0)
        {
            foreach (var property in type.GetProperties().Where(each => each.CanWrite))
            {
                property.SetValue(made, Maybe(property.PropertyType, _nullability.Create(property)));
            }
        }

        return made;
    }

    private object? Maybe(Type type, NullabilityInfo nullability)
    {
        var mayBeNull = Nullable.GetUnderlyingType(type) is not null || nullability.ReadState == NullabilityState.Nullable;
        return mayBeNull && random.Next(2) == 0 ? null : Of(type);
    }

    private string Text() => random.Next(5) switch
    {
        0 => "",
        1 => "æøå \"quotes\" \\ \n \u2028 <b>&amp;</b> 日本語 🎒",
        _ => $"text-{random.Next(100_000)}",
    };
}
