using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace ClaimsDesk.Web.Accounts;

/// <summary>
/// Looks every few seconds whether the person behind an open tab may still do what the tab shows: a circuit outlives the cookie it
/// began with, and would keep its rights for as long as it lives.
/// </summary>
public sealed class OpenTabs(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = await scope.ServiceProvider.GetRequiredService<SignedIn>().AsOfNowAsync(authenticationState.User);
        if (now is null) return false;
        if (now != authenticationState.User) SetAuthenticationState(Task.FromResult(new AuthenticationState(now)));
        return true;
    }
}
