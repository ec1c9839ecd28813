using System.Globalization;
using CoCreate.Boards;

namespace CoCreate.Tests.Gateway.Listening;

/// <summary>Makes a command of any type that is about one thing: every text that can be an id is its id.</summary>
internal static class Probe
{
    public static object Of(Type type, string about)
    {
        if (type == typeof(string))
        {
            return about;
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner, about);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0)!;
        }

        if (type == typeof(CoCreate.Texts.TextChange))
        {
            return new CoCreate.Texts.TextChange([0, 1], "x");
        }

        if (type.IsArray)
        {
            var items = Array.CreateInstance(type.GetElementType()!, 1);
            items.SetValue(Of(type.GetElementType()!, about), 0);
            return items;
        }

        return type.IsPrimitive ? Convert.ChangeType(1, type, CultureInfo.InvariantCulture) : Record(type == typeof(ClientCommand) ? typeof(RetitleIdea) : type, about);
    }

    private static object Record(Type type, string about)
    {
        var constructor = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(each => Of(each.ParameterType, about))]);
        foreach (var property in constructor.GetParameters().Length == 0 ? type.GetProperties().Where(each => each.CanWrite) : [])
        {
            property.SetValue(made, Of(property.PropertyType, about));
        }

        return made;
    }
}
